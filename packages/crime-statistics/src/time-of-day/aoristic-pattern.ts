import { requireList, requireNotNegative, requireObject, requirePositive } from '../check-inputs.ts'
import { addToHours, asDays, asHours, HOUR, HOURS_OF_WEEK, hourOfWeek } from './hours-of-week.ts'
import { localTime } from './local-time.ts'
import { wallClock } from './wall-clock.ts'

export interface TimedEvent {
  /** earliest time it can have happened, on the clock on the wall: `2022-03-01T22:00`; null when not known */
  start: string | null
  /** latest time it can have happened; the same as start when it is known exactly */
  end: string | null
  /** how many events it stands for; 1 when left out */
  weight?: number
}

export interface AoristicOptions {
  /** IANA time zone of the times, or `as written` for a clock that never changes; Europe/London when left out */
  clock?: string
  /** leave out events that can have happened at any time within more than this many hours; all count when left out */
  longestHours?: number
}

export interface AoristicPattern {
  /** events expected in each hour of the day: 24 numbers from 00:00–01:00 */
  byHour: number[]
  /** events expected in each hour of each day: 7 days from Monday of 24 hours */
  byWeekdayHour: number[][]
  /** events in the pattern, by weight: the sum of its hours */
  total: number
  /** places in the list, from 0, of events that end before they start */
  reversed: number[]
  /** places of events left out as longer than `longestHours` */
  tooLong: number[]
  /** places of events whose start or end is not known */
  unknown: number[]
  /** events left out for one of these reasons, by weight */
  leftOut: number
}

/**
 * At what times of day and week do crimes happen, when only a "between" is known? A burglary found at 07:00 that can
 * have happened since 22:00 gives one ninth of an event to each of the nine hours. Taking the start, the end or the
 * middle instead moves crime to times when people lock up or come home.
 *
 * Intervals hold their start and not their end: 14:00 to 15:00 is the hour from 14:00 only. An event whose start is its
 * end counts wholly in the hour it falls in. Hours are those of the clock on the wall and weights are shares of the time
 * that really passed: in the night the clocks go back the hour that runs twice has twice the weight, and in the night
 * they go forward the hour that is skipped has none. A time within the doubled hour may be either; as a start it is read
 * as the first, as an end as the last. A time that was skipped is read as the moment of the change.
 *
 * Events that end before they start, lack a time, or are longer than the limit are left out, listed and counted.
 *
 * @formula weight of hour h = Σ events · (time of [start, end) within h) / (end − start)
 * @use for burglary, theft, damage and vehicle crime, whose victims were away
 * @avoid as a statement of when one event happened; and where many events are days long: their weight is spread evenly
 *   and flattens the pattern. Set `longestHours`, and print how many were left out
 * @param events start and end of each, as local times, with a weight where one row stands for several events
 * @param options the clock, and the longest interval to count
 * @returns events expected by hour of the day and by weekday and hour, and what was left out
 * @throws TypeError if events is not an array; RangeError if a time is not a local time from 1900 to 2100, a weight is
 *   below 0, the clock is no time zone, or longestHours is not above 0
 * @see Ratcliffe JH, McCullagh MJ (1998). Aoristic crime analysis. International Journal of Geographical Information Science 12: 751–764. doi:10.1080/136588198241644
 * @example aoristicPattern([{ start: '2022-03-01T22:00', end: '2022-03-02T02:00' }]).byHour[23] // 0.25
 * @example aoristicPattern([{ start: '2022-03-05T15:00', end: '2022-03-05T14:00' }]) // { total: 0, reversed: [0], leftOut: 1 }
 */
export function aoristicPattern(events: readonly TimedEvent[], options: AoristicOptions = {}): AoristicPattern {
  requireList(events, 'events')
  requireObject(options, 'options', "{ clock: 'Europe/London' }")
  const { clock = 'Europe/London', longestHours } = options
  if (longestHours !== undefined) requirePositive(longestHours, 'longestHours')
  const read = Array.from(events, readEvent)
  const times = read.flatMap(({ known, start, end }) => (known ? [start, end] : []))
  const wall = wallClock(
    clock,
    times.reduce((least, time) => Math.min(least, time), Infinity),
    times.reduce((most, time) => Math.max(most, time), -Infinity),
  )
  const hours = new Float64Array(HOURS_OF_WEEK)
  const out = { reversed: [] as number[], tooLong: [] as number[], unknown: [] as number[] }
  let total = 0
  let leftOut = 0
  for (const [place, { known, start, end, weight }] of read.entries()) {
    const from = wall.first(start)
    const to = wall.last(end)
    const reason = !known
      ? 'unknown'
      : to < from
        ? 'reversed'
        : longestHours !== undefined && to - from > longestHours * HOUR
          ? 'tooLong'
          : undefined
    if (reason) {
      out[reason].push(place)
      leftOut += weight
      continue
    }
    total += weight
    if (to === from) hours[hourOfWeek(wall.at(from))]! += weight
    else for (const [a, b] of wall.shown(from, to)) addToHours(hours, a, b, weight, to - from)
  }
  return { byHour: asHours(hours), byWeekdayHour: asDays(hours), total, ...out, leftOut }
}

function readEvent(event: TimedEvent, place: number) {
  requireObject(event, `events[${place}]`, "{ start: '2022-03-01T22:00', end: '2022-03-02T07:30' }")
  const { start, end, weight = 1 } = event
  requireNotNegative(weight, `events[${place}].weight`)
  const known = start !== null && end !== null
  return {
    known,
    start: start === null ? 0 : localTime(start, `events[${place}].start`),
    end: end === null ? 0 : localTime(end, `events[${place}].end`),
    weight,
  }
}
