import { describe, expect, it } from 'vitest'
import type { FigureReference } from '../../../vocabulary/figure.ts'
import { monthsOf, yearEnding } from '../../../vocabulary/period/month.ts'
import { countTable } from '../count-table.ts'
import { sampleContext } from '../sample-context.ts'
import { answer } from './index.ts'

const DARTFORD = { code: 'E07000107', vintage: '2025' }
const SOURCE = { kind: 'evidence release', release: 'a'.repeat(64) } as const
const reference = (measure: string, rest: Partial<FigureReference> = {}): FigureReference => ({
  measure,
  area: DARTFORD,
  period: yearEnding('2021-09'),
  subject: 'Burglary',
  source: SOURCE,
  ...rest,
})
const steady = sampleContext({
  held: [{ from: '2017-10', to: '2021-09' }],
  count: (district, type) => (type === 'Burglary' ? (district === DARTFORD.code ? 10 : 5) : 100),
})
const change = (base: string, rest: Partial<FigureReference> = {}) =>
  reference('recorded-change/1', { comparison: { period: yearEnding(base) }, ...rest })

describe('a count', () => {
  it('adds up the months of the period', () => {
    expect(answer(reference('recorded-offences/1'), steady).result).toMatchObject({ value: 120, unit: 'offences' })
  })

  it('calls anti-social behaviour incidents, and leaves it out of total crime', () => {
    expect(answer(reference('recorded-offences/1', { subject: 'Anti-social behaviour' }), steady).result).toMatchObject(
      { value: 1200, unit: 'incidents' },
    )
    expect(answer(reference('recorded-offences/1', { subject: 'crime' }), steady).result.value).toBe(120)
  })

  it('cannot be ascertained when a month was never delivered, and names the month', () => {
    const gap = sampleContext({
      held: [
        { from: '2020-10', to: '2021-07' },
        { from: '2021-09', to: '2021-09' },
      ],
      count: () => 10,
    })
    expect(answer(reference('recorded-offences/1'), gap).result).toMatchObject({
      value: null,
      reason: 'one month was never delivered: August 2021',
    })
  })

  it('cannot be ascertained for a district that the extract held does not cover', () => {
    const months = monthsOf(yearEnding('2021-09'))
    const cells = months.map((month) => ({ district: DARTFORD.code, type: 'Burglary', month, count: 2 }))
    const all = new Set(months)
    const context = { ...steady, table: countTable(cells, 'kent', [DARTFORD.code, 'E07000109'], all, all) }
    const gravesham = { area: { code: 'E07000109', vintage: '2025' } }
    expect(answer(reference('recorded-offences/1'), context).result.value).toBe(24)
    expect(answer(reference('recorded-offences/1', gravesham), context).result.value).toBeNull()
    expect(answer(reference('rate-position/1'), context).result.value).toBeNull()
  })

  it('is 0, not missing, when nothing was recorded in delivered months', () => {
    const none = sampleContext({
      held: [{ from: '2020-10', to: '2021-09' }],
      count: (_, type) => (type === 'Burglary' ? 0 : 1),
    })
    expect(answer(reference('recorded-offences/1'), none).result.value).toBe(0)
  })

  it('says how it stands to what was published', () => {
    const published = { ...steady, standingOf: () => 'Published (a strategy)' }
    expect(answer(reference('recorded-offences/1'), published).result.standing).toBe('Published (a strategy)')
  })
})

describe('a share', () => {
  it('has crime as its base', () => {
    expect(answer(reference('share-of-crime/1'), steady).result).toMatchObject({
      value: 100,
      caveats: ['Base: 120 recorded crimes.'],
    })
  })

  it('is refused for anti-social behaviour, which is not crime', () => {
    expect(answer(reference('share-of-crime/1', { subject: 'Anti-social behaviour' }), steady).result).toMatchObject({
      value: null,
    })
  })
})

describe('a rate', () => {
  // 120 of 100,000: Byar's limits of 120 events are 99.49 and 143.49 (Breslow and Day 1987)
  it('is per 1,000 residents, with Byar’s interval and the estimate named', () => {
    const { result } = answer(reference('rate-per-1000/1'), steady)
    expect(result).toMatchObject({ value: 1.2, interval: { lower: 0.99, upper: 1.43, level: 0.95, method: 'Byar' } })
    expect(result.caveats).toContain('Residents: 100,000 (Census 2021).')
  })

  it('cannot be ascertained where no population is known', () => {
    const unknown = { ...steady, populationOf: () => undefined }
    expect(answer(reference('rate-per-1000/1'), unknown).result).toMatchObject({ value: null })
  })

  it('places districts by rate, equal ones together', () => {
    expect(answer(reference('rate-position/1'), steady).result.value).toBe(1)
    expect(answer(reference('rate-position/1', { subject: 'Anti-social behaviour' }), steady).result.value).toBe(1)
    expect(
      answer(reference('rate-position/1', { area: { code: 'E07000109', vintage: '2025' } }), steady).result.value,
    ).toBe(2)
  })
})

describe('a recorded change', () => {
  const doubled = sampleContext({
    held: [{ from: '2017-10', to: '2021-09' }],
    count: (_, __, month) => (month >= '2020-10' ? 20 : 10),
  })

  it('is a fact with its difference, and no clear change where nothing changed', () => {
    expect(answer(change('2020-09'), steady).result).toMatchObject({
      value: 0,
      change: 0,
      verdict: 'no clear change',
      dispersion: 1,
    })
  })

  it('is a rise when it is more than usual variation', () => {
    const { result } = answer(change('2020-09'), doubled)
    expect(result).toMatchObject({ value: 100, change: 120, verdict: 'rise', unit: '% change' })
    expect(result.interval!.lower).toBeGreaterThan(0)
  })

  it('refuses to compare a year with a month missing, and says which', () => {
    const gap = sampleContext({ held: [{ from: '2019-11', to: '2021-09' }], count: () => 10 })
    expect(answer(change('2020-09'), gap).result).toMatchObject({
      value: null,
      verdict: 'cannot be ascertained',
      reason: 'year ending September 2020: one month was never delivered: October 2019',
    })
  })

  it('says when it crosses a break in recording, and leaves the months before it out of the model', () => {
    const broken = {
      ...doubled,
      breaksFor: () => [
        {
          id: 'b',
          kind: 'recording' as const,
          title: 'New counting',
          month: '2020-10',
          note: 'Counted anew.',
          source: 'a test',
        },
      ],
    }
    const { result } = answer(change('2020-09'), broken)
    expect(result.caveats).toContain('This comparison crosses a break in recording. Counted anew.')
    expect(result.caveats.join(' ')).toContain('minimum uncertainty (12 usable months)')
  })

  it('is judged within its list: what stands out alone may not stand out among many', () => {
    const types = ['Burglary', 'Robbery', 'Drugs', 'Shoplifting', 'Public order', 'Anti-social behaviour']
    const context = sampleContext({
      held: [{ from: '2018-10', to: '2021-09' }],
      types,
      count: (_, type, month) => (type === 'Burglary' && month >= '2020-10' ? 13 : 10),
    })
    const alone = answer(change('2020-09'), context).result
    const listed = answer(
      reference('recorded-change/1', { comparison: { period: yearEnding('2020-09'), among: 'issues' } }),
      context,
    ).result
    expect(alone.verdict).toBe('rise')
    expect(listed.value).toBe(alone.value)
    expect([listed.verdict, listed.interval]).toEqual([expect.stringMatching(/rise|no clear change/), alone.interval])
  })
})

it('gives the same figure the same identity, and another release another one', () => {
  const one = answer(reference('recorded-offences/1'), steady)
  const other = answer(reference('recorded-offences/1', { source: { ...SOURCE, release: 'b'.repeat(64) } }), steady)
  expect(one.id).toBe(answer(reference('recorded-offences/1'), steady).id)
  expect(one.id).not.toBe(other.id)
  expect(one.id).toMatch(/^[0-9a-f]{32}$/)
})

it('refuses a measure that nobody defined', () => {
  expect(() => answer(reference('made-up/1'), steady)).toThrow(/expected one of recorded-offences\/1/)
})
