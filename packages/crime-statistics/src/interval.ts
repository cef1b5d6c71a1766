/** Two limits in the unit of the estimate. */
export interface Interval {
  lower: number
  upper: number
}

/** Two limits where the upper one may be unbounded: `null` says that the data set no upper limit. */
export interface OpenInterval {
  lower: number
  upper: number | null
}
