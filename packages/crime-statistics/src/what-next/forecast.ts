/** What is expected of the steps after a series, nearest first, and between which limits. */
export interface Forecast {
  /** what is expected of each step: the mean, and of `forecastCounts` the median */
  mean: number[]
  /** limits of each step, one set a level, in the order the levels were asked for */
  intervals: ForecastInterval[]
}

export interface ForecastInterval {
  /** how often the limits should hold the value to come, as a proportion */
  level: number
  lower: number[]
  upper: number[]
}
