export {
  type ChosenSmoothing,
  ETS_MODELS,
  type EtsModel,
  type ExponentialSmoothing,
  type ExponentialSmoothingOptions,
  exponentialSmoothing,
  exponentialSmoothingForecast,
  type SmoothingForecast,
  type SmoothingForecastOptions,
  type SmoothingParameters,
  type SmoothingStates,
} from './exponential-smoothing/index.ts'
export type { Forecast, ForecastInterval } from './forecast.ts'
