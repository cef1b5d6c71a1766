import type { EtsModel } from './ets-model.ts'

/** How fast a model follows the series. Null for a part that the model has not. */
export interface SmoothingParameters {
  /** share of a surprise that moves the level */
  alpha: number
  /** share of a surprise that moves the trend */
  beta: number | null
  /** share of a surprise that moves the season */
  gamma: number | null
  /** what is left of the trend a step later; 1 for a trend that is not damped */
  phi: number | null
}

/** What a model knows at one time. */
export interface SmoothingStates {
  level: number
  /** what a step adds; null without a trend */
  trend: number | null
  /**
   * one value for each place of the year, the latest first: the last of the list is the season of the next value. Added
   * to the level, or a factor of it. Null without a season
   */
  seasons: number[] | null
}

/** What forecasts need to know of a smoothed series. */
export interface SmoothedSeries {
  model: EtsModel
  /** values in a year, or whatever the season takes; 1 for none */
  period: number
  parameters: SmoothingParameters
  /** after the last value: what forecasts start from */
  last: SmoothingStates
  /** variance of a step that the fit did not see; null where no value is left over to judge it by */
  variance: number | null
}

/** A series smoothed by one model. */
export interface ExponentialSmoothing extends SmoothedSeries {
  /** before the first value */
  first: SmoothingStates
  /** forecast of each value from those before it */
  fitted: number[]
  /** value less fitted; as a share of fitted where the model's error is in proportion */
  residuals: number[]
  /** residual variance: sum of squared residuals / (values − numbers fitted); null where no value is left over */
  variance: number | null
  /** −n/2·log Σe² for an added error, less Σ log fitted for one in proportion: constants are left out, as in R. Null where the fit is exact */
  logLikelihood: number | null
  aic: number | null
  /** AIC with the correction for short series; null where the series is too short for it */
  aicc: number | null
  bic: number | null
}
