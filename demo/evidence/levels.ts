import { TYPES } from '../../src/vocabulary/offence.ts'

/**
 * Incidents a month by district and type, in the order of {@link LEVEL_TYPES}: the level the synthetic series are
 * scaled to. Averages of January to November 2022, one decimal. Source: Kent Police street-level files, data.police.uk,
 * Open Government Licence v3.0. Only these sums are carried over: no row, place or month of the real files is.
 */
const LEVELS: Record<string, readonly number[]> = {
  E07000105: [156.5, 9.6, 45.2, 111.2, 14.7, 27.6, 91.8, 6.0, 68.0, 5.7, 70.2, 3.6, 40.9, 441.6],
  E07000106: [212.2, 14.1, 52.5, 139.6, 30.8, 33.5, 106.9, 9.0, 94.1, 14.1, 93.3, 8.5, 61.8, 570.5],
  E07000107: [152.5, 6.1, 49.8, 109.9, 28.6, 31.5, 77.1, 6.8, 59.9, 9.7, 122.5, 9.5, 87.0, 429.4],
  E07000108: [148.9, 6.3, 29.6, 104.7, 23.6, 30.4, 67.2, 7.4, 64.5, 6.1, 41.5, 3.4, 30.5, 465.5],
  E07000109: [169.1, 5.1, 43.9, 107.6, 21.7, 27.4, 85.0, 8.3, 60.6, 9.1, 46.4, 5.5, 75.0, 426.9],
  E07000110: [210.5, 7.2, 40.8, 156.6, 31.6, 43.8, 109.4, 10.1, 102.5, 7.2, 79.8, 7.7, 66.0, 626.5],
  E06000035: [426.3, 14.2, 84.3, 285.9, 51.4, 87.7, 199.9, 20.4, 190.6, 24.9, 151.8, 13.9, 143.5, 1281.1],
  E07000111: [91.0, 2.6, 38.5, 82.6, 12.4, 21.6, 67.6, 5.1, 43.0, 3.4, 39.7, 3.5, 64.9, 275.5],
  E07000112: [141.7, 3.1, 33.3, 95.8, 25.6, 27.6, 63.5, 8.7, 63.7, 6.2, 48.5, 4.8, 36.5, 414.1],
  E07000113: [210.2, 5.2, 48.9, 147.7, 20.2, 45.6, 93.5, 7.6, 79.8, 6.9, 94.9, 5.5, 48.5, 617.8],
  E07000114: [235.5, 9.3, 51.5, 164.4, 43.7, 36.6, 100.6, 10.8, 106.2, 10.5, 96.5, 7.7, 54.3, 722.3],
  E07000115: [142.6, 5.1, 26.7, 95.7, 18.6, 25.5, 60.5, 4.5, 54.2, 4.1, 53.8, 3.5, 41.1, 328.4],
  E07000116: [95.5, 4.7, 32.0, 68.5, 17.8, 17.5, 52.2, 5.1, 44.5, 3.3, 55.2, 4.8, 35.1, 292.0],
}

/** Anti-social behaviour, then the crimes by name: the order of the columns above. */
export const LEVEL_TYPES = TYPES

/** Incidents a month of a type in a district, about 2022. */
export function levelOf(districtCode: string, type: string): number {
  const level = LEVELS[districtCode]?.[LEVEL_TYPES.indexOf(type)]
  if (level === undefined) throw new RangeError(`No level is known for ${type} in ${districtCode}.`)
  return level
}

/**
 * Rows a month that the police could not place, by type: about 1.1 % of rows, over half of them violence. Average of
 * January to November 2022, from the same files.
 */
export const UNPLACED_A_MONTH: Readonly<Record<string, number>> = {
  'Violence and sexual offences': 108.7,
  'Other theft': 14.9,
  'Other crime': 11,
  'Public order': 10.5,
  Drugs: 8.8,
  'Criminal damage and arson': 7.7,
  'Vehicle crime': 6.2,
  Burglary: 3,
  Shoplifting: 2.7,
  Robbery: 2.4,
  'Theft from the person': 1.9,
  'Possession of weapons': 1.6,
  'Bicycle theft': 0.5,
}

/** Rows a month placed outside the force, of any crime type: average of the same files. */
export const OUTSIDE_A_MONTH = 15.8
