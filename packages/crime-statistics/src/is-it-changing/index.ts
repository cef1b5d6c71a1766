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
export { type BreaksInMean, type BreaksInMeanOptions, breaksInMean } from './changepoints/breaks-in-mean.ts'
export {
  type Changes,
  type ChangesInMean,
  type ChangesInMeanOptions,
  changesInMean,
} from './changepoints/changes-in-mean.ts'
export { type ChangesInRateOptions, changesInRate } from './changepoints/changes-in-rate.ts'
export type { Stretch } from './changepoints/observed-months.ts'
export {
  type LogLinearTrend,
  type LogLinearTrendOptions,
  logLinearTrend,
  type TrendFamily,
  type TrendInRuns,
} from './log-linear-trend.ts'
export { type LogRatio, logRatioInterval } from './log-ratio-interval.ts'
export { type MannKendall, mannKendall } from './mann-kendall.ts'
export { type MonthlyDispersion, monthlyDispersion } from './monthly-dispersion.ts'
export type { MonthlySeries } from './monthly-series.ts'
export { percentageChange } from './percentage-change.ts'
export {
  type DependentMannKendall,
  type SeasonalMannKendall,
  seasonalMannKendall,
} from './seasonal-mann-kendall.ts'
export { type SeasonalTheilSen, type SeasonalTheilSenOptions, seasonalTheilSen } from './seasonal-theil-sen.ts'
export type { SeasonOptions } from './seasons.ts'
export type { BySmooth, StlSettings } from './stl/passes.ts'
export { seasonallyAdjusted } from './stl/seasonally-adjusted.ts'
export { type SeriesParts, type SeriesStrengths, seriesStrengths } from './stl/series-strengths.ts'
export { type StlDecomposition, type StlOptions, stlDecomposition } from './stl/stl-decomposition.ts'
export { type TheilSen, theilSen } from './theil-sen.ts'
export type { TrendSeason } from './trend-design.ts'
