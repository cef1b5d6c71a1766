export { type BackTest, type BackTestOptions, backTest, type ForecastMethod } from './back-test.ts'
export {
  type ChosenSmoothing,
  ETS_MODELS,
  type EtsModel,
  type ExponentialSmoothing,
  type ExponentialSmoothingOptions,
  exponentialSmoothing,
  exponentialSmoothingForecast,
  type HoltWinters,
  type HoltWintersOptions,
  holtWinters,
  type SmoothedSeries,
  type SmoothingForecast,
  type SmoothingForecastOptions,
  type SmoothingParameters,
  type SmoothingStates,
  type StatedModel,
  smoothingFromStates,
} from './exponential-smoothing/index.ts'
export type { Forecast, ForecastInterval } from './forecast.ts'
export { type CountForecast, type CountForecastOptions, forecastCounts } from './forecast-counts.ts'
export { type ForecastScores, forecastScores } from './scoring/forecast-scores.ts'
export { intervalCoverage } from './scoring/interval-coverage.ts'
export { meanAbsoluteScaledError } from './scoring/mean-absolute-scaled-error.ts'
export { meanScaledIntervalScore } from './scoring/mean-scaled-interval-score.ts'
export { rootMeanSquareScaledError } from './scoring/root-mean-square-scaled-error.ts'
export { symmetricPercentageError } from './scoring/symmetric-percentage-error.ts'
export type { ForecastOptions } from './simple/check-forecast-inputs.ts'
export { combinedForecast } from './simple/combined-forecast.ts'
export { naiveForecast } from './simple/naive-forecast.ts'
export { seasonalNaiveForecast } from './simple/seasonal-naive-forecast.ts'
export { type StlForecast, stlForecast } from './simple/stl-forecast.ts'
export { type ThetaForecast, thetaForecast } from './simple/theta-forecast.ts'
export type { LevelKind } from './structural/possibilities.ts'
export type { StructuralBelief } from './structural/structural-quantiles.ts'
