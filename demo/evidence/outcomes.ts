import type { Month } from '../../src/vocabulary/period/month.ts'
import { DEMONSTRATION } from '../demonstration.ts'
import { monthsBetween } from './months-between.ts'
import { cumulate } from './pick.ts'

/** The outcomes the synthetic rows use, by the names police files print. */
export const OUTCOMES = [
  'Investigation complete; no suspect identified',
  'Unable to prosecute suspect',
  'Awaiting court outcome',
  'Local resolution',
  'Offender given a caution',
  'Further investigation is not in the public interest',
  'Action to be taken by another organisation',
  'Formal action is not in the public interest',
  'Status update unavailable',
  'Court result unavailable',
  'Under investigation',
] as const

/**
 * Where investigations end, percent by type, in the order of the first eight outcomes. Kent Police, January to November
 * 2022, rounded, still-open cases left out; cases then awaiting court or with a court result together under *awaiting
 * court outcome*. Source: data.police.uk, Open Government Licence v3.0.
 */
const ENDINGS: Readonly<Record<string, readonly number[]>> = {
  'Bicycle theft': [85, 12.3, 1.3, 0.3, 0.1, 0.3, 0.3, 0],
  Burglary: [73.5, 19.8, 5.5, 0.1, 0.2, 0.5, 0.2, 0],
  'Criminal damage and arson': [58, 33.4, 3.3, 1.2, 1.4, 1.6, 0.6, 0],
  Drugs: [12.8, 27.3, 18.6, 13, 6.3, 17.2, 1.2, 2],
  'Other crime': [17.4, 59.2, 7.1, 0.4, 0.6, 9.5, 6.2, 0],
  'Other theft': [69.2, 26.3, 1.2, 0.5, 0.3, 2, 0.7, 0],
  'Possession of weapons': [7.8, 46.7, 23, 2.6, 6.8, 11.3, 2, 0],
  'Public order': [35.9, 48.8, 7.5, 1, 1.6, 3.9, 0.7, 0.8],
  Robbery: [42.3, 48.2, 8.2, 0, 0.3, 0.3, 1.2, 0],
  Shoplifting: [52.1, 20.3, 19.2, 3.8, 1.3, 3.4, 0.2, 0.1],
  'Theft from the person': [73, 25, 0.7, 0.1, 0, 0.5, 0.7, 0],
  'Vehicle crime': [82.7, 14.5, 2.1, 0.1, 0.1, 0.4, 0.1, 0],
  'Violence and sexual offences': [15.5, 72.1, 4.1, 0.9, 1, 1.9, 4.5, 0],
}

/** Share still under investigation by months since the newest month published; later, none. */
const STILL_OPEN = [0.58, 0.33, 0.21, 0.15, 0.11, 0.08, 0.06, 0.045, 0.03, 0.02, 0.012, 0.006]
/** From a year on, what was never reported closed is printed as *status update unavailable*. */
const NO_UPDATE_LATER = 0.04

/** Types differ in how long cases stay open: harm and drugs slow, theft quick. */
const SLOWNESS: Readonly<Record<string, number>> = {
  Drugs: 1.4,
  Robbery: 1.25,
  'Violence and sexual offences': 1.1,
  'Bicycle theft': 0.6,
  'Vehicle crime': 0.65,
  Shoplifting: 0.85,
}

/** Running weights over {@link OUTCOMES} for crimes of a type in a month, as the newest publication would show them. */
export function outcomeWeights(type: string, month: Month): Float64Array {
  const endings = ENDINGS[type]
  if (!endings) throw new RangeError(`No outcomes are known for ${type}.`)
  const age = monthsBetween(month, DEMONSTRATION.lastMonth)
  const open = Math.min(0.85, (STILL_OPEN[age] ?? 0) * (SLOWNESS[type] ?? 1))
  const noUpdate = age < STILL_OPEN.length ? 0.005 : NO_UPDATE_LATER * (SLOWNESS[type] ?? 1)
  const closed = (1 - open - noUpdate) / endings.reduce((a, b) => a + b, 0)
  const shares = endings.map((share) => share * closed)
  const court = shares[2]!
  const decided = Math.min(0.8, age * 0.06) // courts report slowly, and Kent's results mostly print as unavailable
  shares[2] = court * (1 - decided)
  return cumulate([...shares, noUpdate, court * decided, open])
}
