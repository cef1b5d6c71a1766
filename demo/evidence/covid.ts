import type { Month } from '../../src/vocabulary/period/month.ts'
import { monthsBetween } from './months-between.ts'

/**
 * The Covid-19 restrictions in the synthetic series: multiples of the ordinary level, month by month from March 2020
 * to July 2021. First lockdown from 23 March 2020, second 5 November to 2 December 2020, third 6 January to 29 March
 * 2021, last legal limits lifted 19 July 2021. The sizes are invented; their directions follow the source strategy
 * (breach reports lifted anti-social behaviour) and the common experience of police forces: fewer thefts with shops and
 * night life closed and people at home, more drug offences found while streets were empty.
 */
const FIRST: Month = '2020-03'
const MULTIPLES: Readonly<Record<string, readonly number[]>> = {
  //                        M20   A     M     J     J     A     S     O     N     D     J21   F     M     A     M     J     J
  'Anti-social behaviour': [
    1.08, 1.55, 1.52, 1.38, 1.28, 1.24, 1.18, 1.14, 1.3, 1.18, 1.32, 1.34, 1.28, 1.18, 1.1, 1.06, 1.04,
  ],
  'Bicycle theft': [0.9, 0.75, 0.95, 1.1, 1.12, 1.05, 1.0, 0.95, 0.85, 0.8, 0.65, 0.65, 0.75, 0.85, 0.9, 0.95, 0.95],
  Burglary: [0.88, 0.58, 0.62, 0.7, 0.75, 0.78, 0.8, 0.82, 0.7, 0.72, 0.58, 0.58, 0.66, 0.74, 0.8, 0.84, 0.86],
  'Criminal damage and arson': [
    0.92, 0.75, 0.84, 0.92, 0.97, 1.0, 0.98, 0.97, 0.9, 0.9, 0.82, 0.84, 0.9, 0.96, 1.0, 1.0, 1.0,
  ],
  Drugs: [1.02, 1.3, 1.42, 1.3, 1.18, 1.1, 1.05, 1.05, 1.1, 1.0, 1.12, 1.12, 1.1, 1.05, 1.02, 1.0, 1.0],
  'Other theft': [0.85, 0.5, 0.58, 0.68, 0.78, 0.84, 0.86, 0.86, 0.72, 0.74, 0.58, 0.6, 0.7, 0.8, 0.88, 0.92, 0.94],
  'Possession of weapons': [
    0.92, 0.78, 0.85, 0.92, 0.97, 1.0, 1.0, 0.98, 0.9, 0.9, 0.82, 0.84, 0.9, 0.95, 1.0, 1.0, 1.0,
  ],
  'Public order': [0.94, 0.85, 0.98, 1.03, 1.06, 1.06, 1.02, 0.98, 0.9, 0.9, 0.84, 0.86, 0.94, 1.0, 1.04, 1.06, 1.06],
  Robbery: [0.86, 0.5, 0.58, 0.7, 0.8, 0.84, 0.86, 0.86, 0.7, 0.74, 0.58, 0.58, 0.68, 0.78, 0.86, 0.9, 0.92],
  Shoplifting: [0.82, 0.46, 0.54, 0.62, 0.74, 0.78, 0.8, 0.8, 0.62, 0.74, 0.52, 0.54, 0.62, 0.76, 0.84, 0.86, 0.88],
  'Theft from the person': [
    0.78, 0.24, 0.32, 0.44, 0.6, 0.66, 0.66, 0.62, 0.4, 0.48, 0.3, 0.32, 0.42, 0.56, 0.68, 0.74, 0.8,
  ],
  'Vehicle crime': [0.9, 0.58, 0.64, 0.72, 0.8, 0.84, 0.86, 0.86, 0.76, 0.78, 0.64, 0.66, 0.74, 0.82, 0.88, 0.9, 0.92],
  'Violence and sexual offences': [
    0.93, 0.84, 0.93, 0.99, 1.03, 1.03, 1.0, 0.97, 0.91, 0.91, 0.84, 0.86, 0.95, 0.98, 1.0, 1.02, 1.03,
  ],
}

const LENGTH = MULTIPLES.Burglary!.length
/** The multiple for a type in a month: 1 outside the restrictions, and for types they did not move. */
export function covidOf(type: string, month: Month): number {
  const i = monthsBetween(FIRST, month)
  return i < 0 || i >= LENGTH ? 1 : (MULTIPLES[type]?.[i] ?? 1)
}
