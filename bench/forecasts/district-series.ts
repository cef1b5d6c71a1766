import { type RandomSource, seededRandom } from 'crime-statistics'

/** Lengths of the series, as partnerships have them. */
const MONTHS = [48, 60, 72, 84] as const

/**
 * Monthly counts like those of a district's crime types, the same for the same seed: a mean of 2 to 400 with a season, a
 * trend, months that resemble the one before, in three of ten series a step, and more scatter than chance alone has.
 * Fixed before any forecast of them was made.
 */
export function districtSeries(howMany = 120, seed = 20261125): Record<string, number[]> {
  const random = seededRandom(seed)
  return Object.fromEntries(Array.from({ length: howMany }, (_, i) => [`district ${i + 1}`, series(random)]))
}

function series(random: RandomSource): number[] {
  const between = (least: number, most: number) => least + random() * (most - least)
  const months = MONTHS[Math.floor(random() * MONTHS.length)]!
  const level = Math.exp(between(Math.log(2), Math.log(400)))
  const season = { wave: between(0, 0.35), peak: between(0, 12), halfYear: between(0, 0.1), halfPeak: between(0, 6) }
  const december = random() < 0.2 ? between(-0.3, 0.3) : 0
  const slope = normal(random) * 0.05
  const step = random() < 0.3 ? { at: Math.floor(between(6, months)), by: normal(random) * 0.3 } : { at: months, by: 0 }
  const memory = between(0, 0.9)
  const surprise = between(0.02, 0.08)
  const evenness = Math.round(Math.exp(between(Math.log(10), Math.log(200))))
  let drift = 0
  return Array.from({ length: months }, (_, month) => {
    drift = memory * drift + surprise * normal(random)
    const logarithm =
      Math.log(level) +
      season.wave * Math.cos((2 * Math.PI * (month - season.peak)) / 12) +
      season.halfYear * Math.cos((2 * Math.PI * (month - season.halfPeak)) / 6) +
      (month % 12 === 11 ? december : 0) +
      (slope * month) / 12 +
      (month >= step.at ? step.by : 0) +
      drift
    return poisson((Math.exp(logarithm) * erlang(evenness, random)) / evenness, random)
  })
}

const exponential = (random: RandomSource) => -Math.log(1 - random())

const normal = (random: RandomSource) => Math.sqrt(2 * exponential(random)) * Math.cos(2 * Math.PI * random())

/** A gamma number of whole shape: divided by the shape its mean is 1, and a Poisson count of it is negative binomial. */
function erlang(shape: number, random: RandomSource): number {
  let sum = 0
  for (let i = 0; i < shape; i++) sum += exponential(random)
  return sum
}

function poisson(mean: number, random: RandomSource): number {
  let count = 0
  for (let time = exponential(random); time < mean; time += exponential(random)) count++
  return count
}
