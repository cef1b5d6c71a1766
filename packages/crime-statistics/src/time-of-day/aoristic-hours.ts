import { aoristicPattern } from './aoristic-pattern.ts'

/**
 * How likely is each hour of the day for one event that can have happened between two times? Shares of the time that
 * passed between them, by the clock on the wall: see {@link aoristicPattern}, which adds up many.
 *
 * @formula share of hour h = (time of [start, end) within h) / (end − start)
 * @use to show how one record enters the pattern
 * @avoid as evidence about one event: every moment of the interval is only taken to be as likely as any other
 * @param start earliest time it can have happened, as a local time such as `2022-03-01T22:00`
 * @param end latest time; the same as start when it is known exactly
 * @param clock IANA time zone of the times, or `as written` for a clock that never changes; Europe/London when left out
 * @returns 24 shares from 00:00–01:00 that add up to 1
 * @throws RangeError if the end is before the start, a time is not a local time from 1900 to 2100, or the clock is no
 *   time zone
 * @see Ratcliffe JH (2000). Aoristic analysis: the spatial interpretation of unspecific temporal events. International Journal of Geographical Information Science 14: 669–679. doi:10.1080/136588100424963
 * @example aoristicHours('2022-03-07T23:30', '2022-03-08T01:00')[0] // 0.6667
 * @example aoristicHours('2022-10-30T00:00', '2022-10-30T02:00')[1] // 0.6667
 */
export function aoristicHours(start: string, end: string, clock = 'Europe/London'): number[] {
  const { byHour, reversed, unknown } = aoristicPattern([{ start, end }], { clock })
  if (reversed.length > 0)
    throw new RangeError(`end is ${end} and start is ${start}: give an end that is not before it.`)
  if (unknown.length > 0) throw new RangeError(`start is ${start} and end is ${end}: give both.`)
  return byHour
}
