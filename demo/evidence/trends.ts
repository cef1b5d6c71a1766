import type { Month } from '../../src/vocabulary/period/month.ts'
import { monthsBetween } from './months-between.ts'

/**
 * Slow change, as multiples of the 2022 level at given months with straight lines between. Invented, with the shape
 * that Kent is known to have had: crime recorded more fully after the inspection of April 2017 (so violence and public
 * order climb through that year), burglary and vehicle crime falling before the pandemic, anti-social behaviour falling
 * as forces recorded more of it as crime. The anti-social behaviour points around 2018 to 2021 sit where the Dartford
 * yearly totals need them, so that fixing those totals exactly bends nothing.
 */
const POINTS: Readonly<Record<string, ReadonlyArray<readonly [Month, number]>>> = {
  'Anti-social behaviour': [
    ['2016-10', 1.52],
    ['2017-10', 1.3],
    ['2018-10', 1.08],
    ['2019-04', 1.02],
    ['2019-09', 1.08],
    ['2019-12', 1.32],
    ['2020-09', 1.32],
    ['2021-03', 1.22],
    ['2021-09', 1.24],
    ['2022-01', 1.08],
  ],
  Burglary: [
    ['2016-10', 1.5],
    ['2018-04', 1.45],
    ['2020-02', 1.22],
    ['2022-01', 1.02],
  ],
  'Vehicle crime': [
    ['2016-10', 1.12],
    ['2018-06', 1.2],
    ['2020-02', 1.1],
    ['2022-01', 1],
  ],
  'Theft from the person': [
    ['2016-10', 1.25],
    ['2020-02', 1.35],
    ['2022-01', 1],
  ],
  'Other theft': [
    ['2016-10', 1.22],
    ['2020-02', 1.12],
    ['2022-01', 1],
  ],
  Shoplifting: [
    ['2016-10', 1.18],
    ['2019-06', 1.28],
    ['2022-01', 0.98],
  ],
  'Bicycle theft': [
    ['2016-10', 1.45],
    ['2020-02', 1.2],
    ['2022-01', 1],
  ],
  Robbery: [
    ['2016-10', 0.95],
    ['2019-06', 1.25],
    ['2022-01', 1],
  ],
  Drugs: [
    ['2016-10', 0.72],
    ['2020-02', 0.96],
    ['2022-01', 1.02],
  ],
  'Violence and sexual offences': [
    ['2016-10', 0.58],
    ['2017-05', 0.61],
    ['2017-12', 0.78],
    ['2019-06', 0.84],
    ['2020-10', 0.9],
    ['2022-01', 0.98],
  ],
  'Public order': [
    ['2016-10', 0.6],
    ['2017-05', 0.64],
    ['2017-12', 0.92],
    ['2019-06', 1],
    ['2022-01', 0.99],
  ],
  'Possession of weapons': [
    ['2016-10', 0.7],
    ['2019-06', 0.95],
    ['2022-01', 1],
  ],
  'Criminal damage and arson': [
    ['2016-10', 1.06],
    ['2018-03', 1.1],
    ['2020-02', 1],
    ['2022-01', 1],
  ],
  'Other crime': [
    ['2016-10', 0.72],
    ['2017-12', 0.92],
    ['2022-01', 1],
  ],
}

/** The multiple for a type in a month; beyond the ends, the nearest end. */
export function trendOf(type: string, month: Month): number {
  const points = POINTS[type]
  if (!points) throw new RangeError(`No trend is known for ${type}.`)
  let [beforeMonth, before] = points[0]!
  for (const [afterMonth, after] of points) {
    const [along, apart] = [monthsBetween(beforeMonth, month), monthsBetween(beforeMonth, afterMonth)]
    if (along <= apart) return apart === 0 ? after : before + ((after - before) * along) / apart
    ;[beforeMonth, before] = [afterMonth, after]
  }
  return before
}
