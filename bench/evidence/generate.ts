import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { POLICE_STREET_HEADER } from '../../src/collate/police-street/layout.ts'
import { ASB, TYPES } from '../../src/vocabulary/offence.ts'
import { addMonths } from '../../src/vocabulary/period/month.ts'

const OUTCOMES = [
  'Investigation complete; no suspect identified',
  'Unable to prosecute suspect',
  'Under investigation',
  'Awaiting court outcome',
  'Local resolution',
]
const HEX = '0123456789abcdef'

/** mulberry32: a small seeded generator, so that the same size and seed give the same file. */
function seeded(seed: number) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Writes `rows` rows in the police's street layout: 60 months, 14 types, 1,100 LSOAs of 13 invented districts, 60,000
 * places, heavy ones first; a few quoted commas, about 1.2 % without a location, ASB without a Crime ID.
 */
export async function generatePoliceStreet(file: string, rows: number, seed = 5): Promise<void> {
  const random = seeded(seed)
  const places = Array.from({ length: 60_000 }, (_, i) => {
    const lsoa = Math.floor(random() * 1100)
    const street = i % 200 === 0 ? `"On or near Smith, Lane ${i}"` : `On or near Street ${i}`
    const name = `Benchshire ${String.fromCharCode(65 + (lsoa % 13))} ${String((lsoa % 999) + 1).padStart(3, '0')}A`
    return `${(random() * 1.45).toFixed(6)},${(50.92 + random() * 0.56).toFixed(6)},${street},E0102${4000 + lsoa},${name}`
  })
  const hex = () => {
    let id = ''
    for (let i = 0; i < 8; i++)
      id += Math.floor(random() * 4_294_967_296)
        .toString(16)
        .padStart(8, HEX[0])
    return id
  }
  const out = createWriteStream(file, { highWaterMark: 1 << 22 })
  out.write(`${POLICE_STREET_HEADER}\n`)
  let text = ''
  for (let row = 0; row < rows; row++) {
    const month = addMonths('2018-10', Math.floor((row * 60) / rows))
    const type = random() < 0.18 ? ASB : TYPES[Math.floor(random() ** 0.5 * TYPES.length)]!
    const place = random() < 0.012 ? ',,No Location,,' : places[Math.floor(random() ** 3 * places.length)]!
    const known = type === ASB ? ['', ''] : [hex(), OUTCOMES[Math.floor(random() * OUTCOMES.length)]]
    text += `${known[0]},${month},Benchshire Police,Benchshire Police,${place},${type},${known[1]},\n`
    if (text.length > 1 << 21) {
      if (!out.write(text)) await once(out, 'drain')
      text = ''
    }
  }
  out.end(text)
  await once(out, 'finish')
}
