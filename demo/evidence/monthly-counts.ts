import type { Month } from '../../src/vocabulary/period/month.ts'
import { monthsOf, yearEnding } from '../../src/vocabulary/period/month.ts'
import { DEMONSTRATION_MONTHS } from '../demonstration.ts'
import { DEMONSTRATION_DISTRICTS } from '../geography/districts.ts'
import { PUBLISHED_TOTALS } from '../published-figures.ts'
import { apportion } from './apportion.ts'
import { covidOf } from './covid.ts'
import { LEVEL_TYPES, levelOf } from './levels.ts'
import { chance } from './random.ts'
import { seasonOf } from './seasons.ts'
import { trendOf } from './trends.ts'

/** Incidents of each type in a district and month, by `district|type|month`. */
export type MonthlyCounts = ReadonlyMap<string, number>
export const countKey = (districtCode: string, type: string, month: Month) => `${districtCode}|${type}|${month}`

/**
 * Month-to-month unevenness beyond Poisson, as coefficients of variation: the whole force together, a type across the
 * force, and a type in one district. Together they give a dispersion of about 3 to 12 for the commoner types, the range
 * seen in the published monthly series of districts.
 */
const UNEVENNESS = { force: 0.025, type: 0.035, district: 0.07 }
/** Each district's own slow course: yesterday's departure carried on, and how much is added each month. */
const COURSE = { carried: 0.9, added: 0.02 }

/**
 * Which of many possible courses the districts took. An unnumbered one before it was put aside because recorded violence
 * in Dartford fell year after year in it, while the strategy writes of volumes that have risen; in this one it rises.
 */
const DRAW = 1

/** What a month is expected to hold before chance plays: level × trend × season × restrictions. */
export const expectedCount = (districtCode: string, type: string, month: Month) =>
  levelOf(districtCode, type) * trendOf(type, month) * seasonOf(type, month) * covidOf(type, month)

/** Expected incidents made uneven, month after month, for one district and type. */
function unevenSeries(districtCode: string, type: string): number[] {
  const own = chance(`demonstration/course/${DRAW}/${districtCode}/${type}`)
  let course = 0
  return DEMONSTRATION_MONTHS.map((month) => {
    course = COURSE.carried * course + COURSE.added * own.normal()
    const force = chance(`demonstration/force/${month}`).gammaAroundOne(UNEVENNESS.force)
    const shared = chance(`demonstration/type/${type}/${month}`).gammaAroundOne(UNEVENNESS.type)
    return (
      expectedCount(districtCode, type, month) *
      Math.exp(course) *
      force *
      shared *
      own.gammaAroundOne(UNEVENNESS.district)
    )
  })
}

/**
 * The synthetic count of every district, type and month. Where a yearly total was published its twelve months add up to
 * it exactly: the total is shared over the months by the same uneven series that an unfixed year would have had.
 */
export function monthlyCounts(): MonthlyCounts {
  const counts = new Map<string, number>()
  for (const districtCode of DEMONSTRATION_DISTRICTS.keys())
    for (const type of LEVEL_TYPES) {
      const series = unevenSeries(districtCode, type)
      const own = chance(`demonstration/counts/${districtCode}/${type}`)
      const drawn = series.map((mean) => own.poisson(mean))
      DEMONSTRATION_MONTHS.forEach((month, i) => {
        counts.set(countKey(districtCode, type, month), drawn[i]!)
      })
      for (const { area, type: fixedType, yearEnding: last, count } of PUBLISHED_TOTALS) {
        if (area !== districtCode || fixedType !== type) continue
        const months = monthsOf(yearEnding(last))
        const weights = months.map((month) => counts.get(countKey(districtCode, type, month))!)
        apportion(count, weights).forEach((exact, i) => {
          counts.set(countKey(districtCode, type, months[i]!), exact)
        })
      }
    }
  return counts
}
