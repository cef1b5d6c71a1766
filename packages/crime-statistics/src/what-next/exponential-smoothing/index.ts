export { ETS_MODELS, type EtsModel } from './ets-model.ts'
export {
  type ChosenSmoothing,
  type ExponentialSmoothingOptions,
  exponentialSmoothing,
} from './exponential-smoothing.ts'
export {
  exponentialSmoothingForecast,
  type SmoothingForecast,
  type SmoothingForecastOptions,
} from './exponential-smoothing-forecast.ts'
export { type HoltWinters, type HoltWintersOptions, holtWinters } from './holt-winters.ts'
export type { ExponentialSmoothing, SmoothedSeries, SmoothingParameters, SmoothingStates } from './smoothing.ts'
export { type StatedModel, smoothingFromStates } from './smoothing-from-states.ts'
