import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AoristicOptions, aoristicHours, aoristicPattern, type TimedEvent } from './index.ts'

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
/** 2022-01-01T00:00 plus minutes, as a local time. */
const minutesOn = (minutes: number) => new Date(Date.UTC(2022, 0, 1, 0, minutes)).toISOString().slice(0, 16)
const anyEvent = fc
  .tuple(fc.nat(525_600), fc.oneof(fc.nat(3000), fc.nat(200_000)), fc.integer({ min: 1, max: 5 }))
  .map(([start, length, weight]) => ({ start: minutesOn(start), end: minutesOn(start + length), weight }))

describe('aoristicHours', () => {
  it('gives each hour its share: 23:30 to 01:00 is a third before midnight', () => {
    const hours = aoristicHours('2022-03-07T23:30', '2022-03-08T01:00')
    expect(hours[23]).toBeCloseTo(1 / 3, 12)
    expect(hours[0]).toBeCloseTo(2 / 3, 12)
  })

  it('does not hold its end: 14:00 to 15:00 is the hour from 14:00 only', () => {
    expect(
      aoristicHours('2022-03-05T14:00', '2022-03-05T15:00')
        .map((share) => share > 0)
        .indexOf(true),
    ).toBe(14)
    expect(aoristicHours('2022-03-05T14:00', '2022-03-05T15:00')[15]).toBe(0)
  })

  it('counts an exact time wholly in its hour, also on the hour', () => {
    expect(aoristicHours('2022-03-05T14:30', '2022-03-05T14:30')[14]).toBe(1)
    expect(aoristicHours('2022-03-05T14:00', '2022-03-05T14:00')[14]).toBe(1)
  })

  it('in the night the clocks go back, 00:00 to 03:00 is four hours, two of them from 01:00', () => {
    const hours = aoristicHours('2022-10-30T00:00', '2022-10-30T03:00')
    expect(hours.slice(0, 4)).toEqual([0.25, 0.5, 0.25, 0])
    expect(aoristicHours('2022-10-30T00:00', '2022-10-30T03:00', 'as written')[1]).toBeCloseTo(1 / 3, 12)
  })

  it('in the night they go forward, 00:00 to 03:00 is two hours, none from 01:00', () => {
    expect(aoristicHours('2022-03-27T00:00', '2022-03-27T03:00').slice(0, 4)).toEqual([0.5, 0, 0.5, 0])
  })

  it('reads a start in the doubled hour as the first, an end as the last', () => {
    // 01:30 the first time to 01:00 the last: half an hour to 02:00 BST, then none of the hour that runs again
    expect(aoristicHours('2022-10-30T01:30', '2022-10-30T01:00')[1]).toBe(1)
    // 00:30 to 01:30 the last time: half an hour and one and a half
    expect(aoristicHours('2022-10-30T00:30', '2022-10-30T01:30').slice(0, 2)).toEqual([0.25, 0.75])
  })

  it('reads a time that was skipped as the moment of the change', () => {
    expect(aoristicHours('2022-03-27T01:30', '2022-03-27T02:30')[2]).toBe(1)
    expect(aoristicHours('2022-03-27T01:30', '2022-03-27T01:40')[2]).toBe(1)
    expect(aoristicHours('2022-03-27T00:00', '2022-03-27T01:30')[0]).toBe(1)
  })

  it('knows other zones, with half-hour changes and summer times of the war', () => {
    // Lord Howe Island goes back by half an hour at 02:00 on 3 April 2022: 01:30 to 02:00 runs twice
    expect(aoristicHours('2022-04-03T00:00', '2022-04-03T03:00', 'Australia/Lord_Howe').slice(0, 4)).toEqual([
      expect.closeTo(2 / 7, 12),
      expect.closeTo(3 / 7, 12),
      expect.closeTo(2 / 7, 12),
      0,
    ])
    // London went from UTC+1 to UTC+2 at 02:00 on 4 May 1941
    expect(aoristicHours('1941-05-04T01:00', '1941-05-04T04:00').slice(0, 4)).toEqual([0, 0.5, 0, 0.5])
  })

  it('refuses an end before the start, a zone, a day that is in no calendar and a mistyped year', () => {
    const from = '2022-03-05T15:00'
    expect(() => aoristicHours(from, '2022-03-05T14:00')).toThrow('give an end that is not before it.')
    expect(() => aoristicHours(from, '2022-03-05T15:00Z')).toThrow('without a time zone or offset')
    expect(() => aoristicHours(from, '2022-02-30T15:00')).toThrow('give a day and time that are in the calendar.')
    expect(() => aoristicHours(from, '2022-03-05T24:00')).toThrow('in the calendar')
    expect(() => aoristicHours('0222-03-05T15:00', from)).toThrow('give a year from 1900 to 2100.')
    expect(() => aoristicHours(from, from, 'Kent')).toThrow('clock is "Kent": give an IANA time zone')
    expect(() => aoristicHours(5 as unknown as string, from)).toThrow('events[0].start is 5: give a local time')
  })
})

describe('aoristicPattern', () => {
  it('adds events by weight, with Monday first', () => {
    const { byHour, byWeekdayHour, total } = aoristicPattern([
      { start: '2022-03-07T09:00', end: '2022-03-07T11:00', weight: 3 }, // a Monday
      { start: '2022-03-13T23:30', end: '2022-03-14T00:30' }, // Sunday into Monday
    ])
    expect(byWeekdayHour[0]![9]).toBe(1.5)
    expect(byWeekdayHour[6]![23]).toBe(0.5)
    expect(byWeekdayHour[0]![0]).toBe(0.5)
    expect(byHour[10]).toBe(1.5)
    expect(total).toBe(4)
  })

  it('leaves out and lists events that are reversed, too long or not known, and counts them by weight', () => {
    const found = aoristicPattern(
      [
        { start: '2022-03-05T15:00', end: '2022-03-05T14:00', weight: 2 },
        { start: '2022-03-01T00:00', end: '2022-03-02T00:00' },
        { start: '2022-03-01T00:00', end: '2022-03-02T00:01' },
        { start: null, end: '2022-03-02T00:01', weight: 4 },
      ],
      { longestHours: 24 },
    )
    expect(found).toMatchObject({ total: 1, reversed: [0], tooLong: [2], unknown: [3], leftOut: 7 })
    expect(found.byHour[5]).toBeCloseTo(1 / 24, 12)
  })

  it('judges length by the time that passed: a day of 25 hours is longer than 24', () => {
    const day = [{ start: '2022-10-30T00:00', end: '2022-10-31T00:00' }]
    expect(aoristicPattern(day, { longestHours: 24 }).tooLong).toEqual([0])
    expect(aoristicPattern(day, { longestHours: 24, clock: 'as written' }).tooLong).toEqual([])
  })

  it('has nothing of nothing', () => {
    expect(aoristicPattern([])).toMatchObject({ total: 0, leftOut: 0 })
    expect(sum(aoristicPattern([{ start: null, end: null }]).byHour)).toBe(0)
    expect(() => aoristicPattern([], { clock: 'Kent' })).toThrow('clock is "Kent"')
  })

  it('adds up to the weight of the events, by hour and by weekday', () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 8 }),
        fc.constantFrom('Europe/London', 'as written'),
        (events, clock) => {
          const found = aoristicPattern(events, { clock })
          expect(sum(found.byHour)).toBeCloseTo(found.total, 9)
          expect(sum(found.byWeekdayHour.flat())).toBeCloseTo(found.total, 9)
          expect(found.total + found.leftOut).toBe(sum(events.map(({ weight }) => weight)))
        },
      ),
    )
  })

  it('is what counting minute by minute on a London clock gives, through both changes', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.nat(30_000), fc.constantFrom('2022-03-20', '2022-10-24'), (from, length, day) => {
        const first = Date.parse(`${day}T00:00Z`) + from * 60_000
        const last = first + (length + 1) * 60_000
        const event = { start: londonTime(first), end: londonTime(last) }
        fc.pre(!inDoubledHour(event.start) && !inDoubledHour(event.end))
        const found = aoristicPattern([event]).byWeekdayHour.flat()
        const expected = new Array<number>(168).fill(0)
        for (let time = first; time < last; time += 60_000) expected[hourOfLondon(time)]! += 1 / (length + 1)
        for (let hour = 0; hour < 168; hour++) expect(found[hour]).toBeCloseTo(expected[hour]!, 9)
      }),
      { numRuns: 15 },
    )
  })

  it('takes ten thousand events of several years in under a second', () => {
    const events: TimedEvent[] = Array.from({ length: 10_000 }, () => ({
      start: '2001-01-01T00:00',
      end: '2019-06-01T13:20',
    }))
    const options: AoristicOptions = {}
    const start = performance.now()
    expect(sum(aoristicPattern(events, options).byHour)).toBeCloseTo(10_000, 6)
    expect(performance.now() - start).toBeLessThan(3000)
  })
})

const LONDON = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
const cache = new Map<number, string>()
function londonTime(time: number): string {
  const quarter = Math.floor(time / 900_000) // offsets change on a quarter of an hour, and formatting is slow
  if (!cache.has(quarter)) cache.set(quarter, LONDON.format(quarter * 900_000))
  const base = cache.get(quarter)!
  const minute = Number(base.slice(14, 16)) + Math.round((time % 900_000) / 60_000)
  return `${base.slice(0, 10)}T${base.slice(11, 14)}${String(minute).padStart(2, '0')}`
}
const hourOfLondon = (time: number) => {
  const shown = londonTime(time)
  const weekday = (new Date(`${shown.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7
  return weekday * 24 + Number(shown.slice(11, 13))
}
const inDoubledHour = (time: string) => time.startsWith('2022-10-30T01')
