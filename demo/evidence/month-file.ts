import { CRIME_TYPES } from '../../src/vocabulary/offence.ts'
import type { Month } from '../../src/vocabulary/period/month.ts'
import { DEMONSTRATION, DEMONSTRATION_MONTHS } from '../demonstration.ts'
import type { Area, Areas } from './areas.ts'
import { syntheticCrimeId } from './crime-id.ts'
import { LEVEL_TYPES, levelOf, OUTSIDE_A_MONTH, UNPLACED_A_MONTH } from './levels.ts'
import { countKey, type MonthlyCounts } from './monthly-counts.ts'
import { OUTCOMES, outcomeWeights } from './outcomes.ts'
import { cumulate, pick } from './pick.ts'
import { type Chance, chance } from './random.ts'

/** The header of a police street file. Source: data.police.uk. */
export const STREET_HEADER =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'

/** Printed in the Context column of every row, which the police leave empty, so that no row can pass for a real one. */
export const CONTEXT = 'Synthetic'

const UNPLACED_COLUMNS = ',,No Location,,'
/** Files up to this month end lines with CR LF, later ones with LF: police files come both ways. */
const LAST_CRLF_MONTH = '2020-12'
/** More rows than any month holds: keeps the numbers behind Crime IDs apart between months. */
const NUMBERS_A_MONTH = 100_000

/** How many of `total` incidents fall in each area, by lot in proportion to the areas' pull. */
function shareOut(total: number, areas: readonly Area[], type: string, month: Month, lot: Chance): Uint32Array {
  const running = cumulate(areas.map(({ pull }) => pull.of(type, month)))
  const counts = new Uint32Array(areas.length)
  for (let i = 0; i < total; i++) counts[pick(running, lot.uniform())]!++
  return counts
}

/** The text of one month's street file, and its number of rows. Each month has its own chance: order does not matter. */
export function monthFile(month: Month, counts: MonthlyCounts, areas: Areas): { text: string; rows: number } {
  const lot = chance(`demonstration/rows/${month}`)
  const end = month <= LAST_CRLF_MONTH ? '\r\n' : '\n'
  const lead = `,${month},${DEMONSTRATION.force.name},${DEMONSTRATION.force.name},`
  const outcomes = new Map(CRIME_TYPES.map((type) => [type as string, outcomeWeights(type, month)]))
  const firstNumber = DEMONSTRATION_MONTHS.indexOf(month) * NUMBERS_A_MONTH
  const rows: string[] = []

  const addRow = (columns: string, type: string) => {
    const weights = outcomes.get(type) // none for anti-social behaviour, which has no identifier either
    const id = weights ? syntheticCrimeId(firstNumber + rows.length, lot) : ''
    const outcome = weights ? OUTCOMES[pick(weights, lot.uniform())] : ''
    rows.push(`${id}${lead}${columns},${type},${outcome},${CONTEXT}${end}`)
  }
  const addPlaced = ({ places }: Area, type: string) =>
    addRow(places.columns[pick(places.weights, lot.uniform())]!, type)

  for (const [district, own] of areas.districts) {
    const shares = LEVEL_TYPES.map((type) =>
      shareOut(counts.get(countKey(district, type, month)) ?? 0, own, type, month, lot),
    )
    own.forEach((area, i) => {
      LEVEL_TYPES.forEach((type, t) => {
        for (let n = shares[t]![i]!; n > 0; n--) addPlaced(area, type)
      })
    })
  }

  const typeMix = cumulate(CRIME_TYPES.map((type) => levelOf(DEMONSTRATION.district, type)))
  for (let n = lot.poisson(OUTSIDE_A_MONTH); n > 0; n--)
    addPlaced(
      areas.outside[Math.floor(lot.uniform() * areas.outside.length)]!,
      CRIME_TYPES[pick(typeMix, lot.uniform())]!,
    )

  for (const [type, mean] of Object.entries(UNPLACED_A_MONTH))
    for (let n = lot.poisson(mean); n > 0; n--) addRow(UNPLACED_COLUMNS, type)

  return { text: STREET_HEADER + end + rows.join(''), rows: rows.length }
}
