declare const brand: unique symbol

/** Days of events, known to the day: {@link exactDays} makes them. */
export interface ExactDays {
  readonly [brand]: 'day'
  readonly precision: 'day'
  /** whole days from a start that is the same for all: 1 January 1970 for written dates */
  readonly day: Int32Array
}

/** Months of events whose days are not known: {@link monthOnlyDays} makes them. */
export interface MonthOnlyDays {
  readonly [brand]: 'month'
  readonly precision: 'month'
  /** whole months from January 1970 */
  readonly month: Int32Array
}

/** Refuses months, and what neither {@link exactDays} nor {@link monthOnlyDays} made; `method` begins the message. */
export function requireExactDays(days: ExactDays | MonthOnlyDays, method: string): asserts days is ExactDays {
  if (days?.precision === 'month')
    throw new TypeError(
      `${method} needs the day of each event and days hold months only: a month cannot tell 2 days from 4 weeks. Give the partnership's own records with exactDays(dates).`,
    )
  if (days?.precision !== 'day' || !(days.day instanceof Int32Array))
    throw new TypeError('days say nothing about how exact they are: make them with exactDays(dates).')
}
