// How many, how often
export { byarsInterval } from './how-many/byars-interval.ts'
export { exactPoissonInterval } from './how-many/exact-poisson-interval.ts'
export { type Rate, type RateOptions, ratePer } from './how-many/rate-per.ts'
// How to print
export { roundHalfAwayFromZero } from './how-to-print/round-half-away-from-zero.ts'
export type { Interval, OpenInterval } from './interval.ts'
// Is it changing
export {
  type ChangeEstimate,
  type ChangeInterval,
  type ChangeMethod,
  changeInterval,
  type TwoPeriods,
} from './is-it-changing/change-interval.ts'
export {
  CHANGE_LEAST_MONTHS,
  CHANGE_PLACES,
  CHANGE_RULE,
  CHANGE_WINDOW_MONTHS,
  type ChangeInput,
  type ChangeVerdict,
  changeVerdict,
  type Verdict,
} from './is-it-changing/change-verdict.ts'
export { type LogRatio, logRatioInterval } from './is-it-changing/log-ratio-interval.ts'
export { type MannKendall, mannKendall } from './is-it-changing/mann-kendall.ts'
export { type MonthlyDispersion, monthlyDispersion } from './is-it-changing/monthly-dispersion.ts'
export type { MonthlySeries } from './is-it-changing/monthly-series.ts'
export { percentageChange } from './is-it-changing/percentage-change.ts'
export { type TheilSen, theilSen } from './is-it-changing/theil-sen.ts'
// Is it different
export { type AreaComparison, areaAgainstEach } from './is-it-different/area-against-each.ts'
export { type AreaCount, areaAgainstRest } from './is-it-different/area-against-rest.ts'
export { type CountComparison, compareCounts } from './is-it-different/compare-counts.ts'

// Many at once
export { benjaminiHochberg } from './many-at-once/benjamini-hochberg.ts'
export { holm } from './many-at-once/holm.ts'
export { type JudgedChange, type ListedVerdict, verdictsInList } from './many-at-once/verdicts-in-list.ts'
// What share
export { clopperPearsonInterval } from './what-share/clopper-pearson-interval.ts'
export { wilsonInterval } from './what-share/wilson-interval.ts'
