import type { Population } from './area.ts'
import { districtByCode } from './district.ts'
import { tableOf } from './tables.ts'

const SOURCES: Record<Population['kind'], string> = {
  'Census 2021': 'Office for National Statistics, Census 2021, sum of LSOAs',
  'Census 2011': 'Office for National Statistics, Census 2011, published rounded to the nearest hundred',
  'mid-year estimate': 'Office for National Statistics, mid-year population estimate',
}
const optional = (cell: string | undefined) => (cell ? Number(cell) : undefined)

const known = new Map<string, Population[]>()
for (const row of tableOf('populations.tsv')) {
  const kind = row.kind as Population['kind']
  const population: Population = Object.freeze({
    residents: Number(row.residents),
    year: Number(row.year),
    kind,
    households: optional(row.households),
    aged10To17: optional(row.aged_10_to_17),
    source: SOURCES[kind],
  })
  known.set(row.code!, [...(known.get(row.code!) ?? []), population])
}

/** Every population known for the district, earliest year first. */
export const populationsOf = (code: string): Population[] =>
  (known.get(districtByCode(code)?.code ?? '') ?? []).toSorted((a, b) => a.year - b.year)

/**
 * The residents to divide by: of the populations known, the one whose year is nearest; at equal distance the later.
 * It names its own year and kind, which a rate must show.
 *
 * @returns undefined when none is known, never 0
 * @example populationOf('E07000107', { nearYear: 2025 }) // 116,747 residents, 2021, Census 2021
 */
export function populationOf(code: string, { nearYear }: { nearYear: number }): Population | undefined {
  const distance = ({ year }: Population) => Math.abs(year - nearYear)
  return populationsOf(code).sort((a, b) => distance(a) - distance(b) || b.year - a.year)[0]
}
