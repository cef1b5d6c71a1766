import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { districtByCode, districtByName, forceByCode, forces } from '../../../vocabulary/areas/index.ts'
import { Refusal } from '../../../vocabulary/refusal.ts'
import { counted } from '../counted.ts'
import { coverageKey, coverageOfDistricts } from '../coverage.ts'
import { downloadOf } from '../downloads.ts'
import { type Coverage, OGL, ONS, type PreparedReference } from '../prepared-reference.ts'
import type { PlainSource } from '../unpack-source.ts'
import { type LevelProperties, levelOf } from './level.ts'
import { BadGeometry, normalGeometry } from './normal-geometry.ts'
import { readFeatures } from './read-features.ts'

const MOST_BYTES = 200 * 2 ** 20

interface GivenFeature {
  properties?: Record<string, unknown> | null
  geometry?: unknown
}

/**
 * Reads boundaries feature by feature and writes them with the properties `code`, `name`, `level` and `vintage` alone.
 * Areas of other nations are left out.
 */
export async function prepareBoundaries(source: PlainSource, stagingFolder: string): Promise<PreparedReference> {
  const { label, bytes, hash } = source
  if (bytes > MOST_BYTES)
    throw new Refusal(
      `${label} is ${Math.round(bytes / 2 ** 20)} MB; boundaries are read up to 200 MB: fetch a generalised edition (BGC, BSC or BUC).`,
    )
  const file = join(stagingFolder, `boundaries-${hash.slice(0, 16)}.geojson`)
  const out = createWriteStream(file, { mode: 0o600 })
  const closed = once(out, 'close')
  closed.catch(() => {})
  const write = async (text: string) => {
    if (!out.write(text)) await Promise.race([once(out, 'drain'), closed])
  }
  const codes = new Set<string>()
  const districtCodes = new Set<string>()
  let level: LevelProperties | undefined
  let read = 0
  try {
    await write('{"type":"FeatureCollection","features":[\n')
    for await (const given of readFeatures(source)) {
      read++
      const { properties, geometry } = (given ?? {}) as GivenFeature
      level ??= levelOf(properties ?? {}) ?? refuseProperties(label, properties)
      const code = String(properties?.[level.code] ?? '')
      if (/^[SNJLM]/.test(code)) continue
      if (!level.isCode.test(code))
        throw new Refusal(
          `${label}, feature ${read}: expected a ${level.level} code in "${level.code}", found "${code.slice(0, 40)}". Download it again.`,
        )
      if (codes.has(code)) throw new Refusal(`${label}, feature ${read}: ${code} is outlined twice; download it again.`)
      const name = String((level.name && properties?.[level.name]) ?? '').trim()
      await write(`${codes.size > 0 ? ',\n' : ''}${feature(label, read, level, code, name, geometry)}`)
      codes.add(code)
      const district = districtOf(level, code, name, properties ?? {})
      if (district) districtCodes.add(district)
    }
    await write('\n]}\n')
    if (!level || codes.size === 0)
      throw new Refusal(
        `${label} outlines no area of England or Wales: fetch "${downloadOf('boundaries')!.product}" from ${downloadOf('boundaries')!.site}.`,
      )
    out.end()
    await closed
  } catch (error) {
    out.destroy()
    await closed.catch(() => {})
    await rm(file, { force: true })
    throw error
  }
  const covers = coverageOf(level, codes, districtCodes)
  const vintage = `${level.level} ${level.year}`
  return {
    kind: 'boundaries',
    vintage,
    title: `Boundaries, ${vintage}`,
    key: ['boundaries', vintage, coverageKey(covers)].join(' | '),
    hash,
    rows: codes.size,
    file,
    covers,
    publisher: ONS,
    licence: `${OGL}; contains OS data © Crown copyright and database right`,
    leftOut:
      read > codes.size ? [`${counted(read - codes.size, 'area outside', 'areas outside')} England and Wales`] : [],
  }
}

function feature(
  label: string,
  n: number,
  { level, year }: LevelProperties,
  code: string,
  name: string,
  given: unknown,
): string {
  try {
    const geometry = normalGeometry(given)
    return JSON.stringify({ type: 'Feature', properties: { code, name, level, vintage: year }, geometry })
  } catch (error) {
    if (error instanceof BadGeometry) throw new Refusal(`${label}, feature ${n} (${code}) ${error.message}.`)
    throw error
  }
}

function refuseProperties(label: string, properties: unknown): never {
  const found =
    Object.keys(properties ?? {})
      .slice(0, 20)
      .join(', ') || 'none'
  const { product, site } = downloadOf('boundaries')!
  throw new Refusal(
    `${label} is GeoJSON whose properties name no area that is read. Found: ${found}. Expected a code such as LSOA21CD, MSOA21CD, WD24CD, LAD24CD or PFA23CD: fetch "${product}" from ${site}.`,
  )
}

/** The present district an area lies in: itself, a property, or the start of an LSOA's or MSOA's name. */
function districtOf(
  { level, district }: LevelProperties,
  code: string,
  name: string,
  properties: Record<string, unknown>,
) {
  if (level === 'force') return undefined
  const given = level === 'district' ? code : district ? String(properties[district] ?? '') : ''
  const found = given ? districtByCode(given) : districtByName(name.replace(/ \d{3}[A-Z]?$/, ''))
  return found?.code
}

function coverageOf({ level }: LevelProperties, codes: Set<string>, districtCodes: Set<string>): Coverage {
  if (level !== 'force') return coverageOfDistricts(districtCodes.size > 0 ? [...districtCodes] : [...codes])
  const territorial = forces.filter(({ code }) => code).length
  return [...codes].filter((code) => forceByCode(code)).length === territorial ? 'England and Wales' : [...codes].sort()
}
