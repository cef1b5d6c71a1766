import { Temporal } from 'temporal-polyfill'
import type { LocalTime } from './local-time.ts'

/** A stretch of time in which a clock on the wall runs without being changed. */
interface Stretch {
  /** first moment, in milliseconds of UTC; −Infinity for the first stretch */
  from: number
  /** what the clock shows less UTC, in milliseconds */
  offset: number
}

/** A clock on the wall: turns what it shows into moments and back. */
export interface WallClock {
  /** the first moment at which the clock shows this; for a time that it skips, the moment it skips */
  first(time: LocalTime): number
  /** the last moment at which the clock shows this; for a time that it skips, the moment it skips */
  last(time: LocalTime): number
  /** what the clock shows between two moments, as stretches of local time */
  shown(from: number, to: number): Iterable<readonly [from: LocalTime, to: LocalTime]>
  /** what the clock shows at a moment */
  at(moment: number): LocalTime
}

export const AS_WRITTEN = 'as written'

const DAY = 86_400_000

/** The clock of a time zone, for local times from `earliest` to `latest`. */
export function wallClock(zone: string, earliest: LocalTime, latest: LocalTime): WallClock {
  const stretches = zone === AS_WRITTEN ? [{ from: -Infinity, offset: 0 }] : stretchesOf(zone, earliest, latest)
  const end = (i: number) => stretches[i + 1]?.from ?? Infinity
  /** the last stretch that began when the clock showed this or less, after its change */
  const lastBegun = (time: LocalTime) => {
    let i = stretches.length - 1
    while (i > 0 && time < stretches[i]!.from + stretches[i]!.offset) i--
    return i
  }
  const shownIn = (i: number, time: LocalTime) => time < end(i) + stretches[i]!.offset
  const first = (time: LocalTime) => {
    const i = lastBegun(time)
    const moment = i > 0 && shownIn(i - 1, time) ? time - stretches[i - 1]!.offset : time - stretches[i]!.offset
    return Math.min(moment, end(i))
  }
  const last = (time: LocalTime) => {
    const i = lastBegun(time)
    return Math.min(time - stretches[i]!.offset, end(i))
  }
  const running = (moment: number) => stretches.findLastIndex((stretch) => stretch.from <= moment)
  function* shown(from: number, to: number) {
    for (let i = running(from); i < stretches.length && stretches[i]!.from < to; i++) {
      const { offset } = stretches[i]!
      yield [Math.max(from, stretches[i]!.from) + offset, Math.min(to, end(i)) + offset] as const
    }
  }
  return { first, last, shown, at: (moment) => moment + stretches[running(moment)]!.offset }
}

/** The stretches of a zone's clock; no zone is more than a day from UTC. With no time to cover, a zone is only checked. */
function stretchesOf(zone: string, earliest: LocalTime, latest: LocalTime): Stretch[] {
  let start: Temporal.ZonedDateTime
  try {
    start = Temporal.Instant.fromEpochMilliseconds(earliest < Infinity ? earliest - DAY : 0).toZonedDateTimeISO(zone)
  } catch {
    throw new RangeError(`clock is "${zone}": give an IANA time zone such as Europe/London, or "${AS_WRITTEN}".`)
  }
  const stretches = [{ from: -Infinity, offset: start.offsetNanoseconds / 1e6 }]
  for (
    let change = start.getTimeZoneTransition('next');
    change && change.epochMilliseconds <= latest + DAY;
    change = change.getTimeZoneTransition('next')
  )
    stretches.push({ from: change.epochMilliseconds, offset: change.offsetNanoseconds / 1e6 })
  return stretches
}
