import type { LocalTime } from './local-time.ts'

export const HOUR = 3_600_000
export const HOURS_OF_WEEK = 168
const WEEK = HOURS_OF_WEEK * HOUR
const THURSDAY = 3 * 24 // 1970-01-01 was one; Monday's first hour is 0

/** Hour of the week, 0 for Monday 00:00 to 01:00 up to 167. */
export function hourOfWeek(time: LocalTime): number {
  const hour = (Math.floor(time / HOUR) + THURSDAY) % HOURS_OF_WEEK
  return hour < 0 ? hour + HOURS_OF_WEEK : hour
}

/**
 * Adds the milliseconds of [from, to), as shares of a length times a weight, to the hours of the week they
 * fall in. Whole weeks are added at
 * once, so that an interval of years costs no more than one of a week.
 */
export function addToHours(hours: Float64Array, from: LocalTime, to: LocalTime, weight: number, length: number): void {
  const weeks = Math.floor((to - from) / WEEK)
  if (weeks > 0) for (let i = 0; i < HOURS_OF_WEEK; i++) hours[i]! += (weeks * HOUR * weight) / length
  let time = from + weeks * WEEK
  let hour = hourOfWeek(time)
  while (time < to) {
    const next = Math.min(to, (Math.floor(time / HOUR) + 1) * HOUR)
    hours[hour]! += ((next - time) * weight) / length
    hour = (hour + 1) % HOURS_OF_WEEK
    time = next
  }
}

/** 7 days from Monday of 24 hours. */
export const asDays = (hours: Float64Array): number[][] =>
  Array.from({ length: 7 }, (_, day) => [...hours.subarray(day * 24, day * 24 + 24)])

/** 24 hours of the day, all days together. */
export function asHours(hours: Float64Array): number[] {
  const day = new Array<number>(24).fill(0)
  for (let i = 0; i < HOURS_OF_WEEK; i++) day[i % 24]! += hours[i]!
  return day
}
