import { aoristicHours, aoristicPattern } from '../../../src/index.ts'
import { compared, type OracleSuite } from '../../item.ts'

interface Aoristic {
  events: { start: string; end: string; by_hour?: number[]; invalid?: boolean }[]
  total_by_hour: number[]
  total_by_weekday_hour: number[][]
}

/** The reference clock never changes. */
const CLOCK = 'as written'

export const suite: OracleSuite<Aoristic> = function* ({ events, total_by_hour, total_by_weekday_hour }) {
  const found = aoristicPattern(events, { clock: CLOCK })
  for (const { start, end, by_hour, invalid } of events)
    if (!invalid)
      yield compared(
        `hours of ${start} to ${end}`,
        'aoristicHours',
        1e-9,
        [[aoristicHours(start, end, CLOCK), by_hour]],
        'absolute',
      )
  yield compared('events that end before they start', 'aoristicPattern', 0, [
    [found.reversed, events.flatMap(({ invalid }, place) => (invalid ? [place] : []))],
  ])
  yield compared('all events by hour', 'aoristicPattern', 1e-9, [[found.byHour, total_by_hour]], 'absolute')
  yield compared(
    'all events by weekday and hour',
    'aoristicPattern',
    1e-9,
    [[found.byWeekdayHour, total_by_weekday_hour]],
    'absolute',
  )
}
