export {
  type ChangeEstimate,
  type ChangeInterval,
  type ChangeMethod,
  changeInterval,
  type TwoPeriods,
} from './change-interval.ts'
export {
  CHANGE_LEAST_MONTHS,
  CHANGE_PLACES,
  CHANGE_RULE,
  CHANGE_WINDOW_MONTHS,
  type ChangeInput,
  type ChangeVerdict,
  changeVerdict,
  type Verdict,
} from './change-verdict.ts'
export { type LogRatio, logRatioInterval } from './log-ratio-interval.ts'
export { type MannKendall, mannKendall } from './mann-kendall.ts'
export { type MonthlyDispersion, monthlyDispersion } from './monthly-dispersion.ts'
export type { MonthlySeries } from './monthly-series.ts'
export { percentageChange } from './percentage-change.ts'
export { type TheilSen, theilSen } from './theil-sen.ts'
