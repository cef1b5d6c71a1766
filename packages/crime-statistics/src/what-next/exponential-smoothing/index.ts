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
export type { ExponentialSmoothing, SmoothingParameters, SmoothingStates } from './smoothing.ts'
