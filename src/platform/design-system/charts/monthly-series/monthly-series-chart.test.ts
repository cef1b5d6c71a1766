import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { unsafeMarkup } from '../unsafe-markup.ts'
import { sampleSeries } from './monthly-series.sample.ts'
import { monthlySeriesChart } from './monthly-series-chart.ts'
import { joinedRuns, missingRuns } from './runs.ts'
import type { MonthCount, MonthlySeries } from './series.ts'

const delivered = (month: string, value: number | null): MonthCount => ({ month, value, status: 'delivered' })
const missing = (month: string): MonthCount => ({ month, value: null, status: 'missing' })
const plain = (months: MonthCount[], over: Partial<MonthlySeries> = {}) =>
  sampleSeries({ months, windows: [], events: [], breaks: [], ...over })

describe('monthlySeriesChart', () => {
  const cases: [string, MonthCount[]][] = [
    ['no months', []],
    ['one month', [delivered('2021-09', 12)]],
    ['one month of zero', [delivered('2021-09', 0)]],
    ['the same count every month', ['2021-07', '2021-08', '2021-09'].map((month) => delivered(month, 5))],
    ['every month missing', ['2021-07', '2021-08', '2021-09'].map(missing)],
    ['a count that is not a number', [delivered('2021-08', Number.NaN), delivered('2021-09', 3)]],
    ['everything at once', sampleSeries().months],
  ]
  for (const [name, months] of cases)
    for (const width of [360, 720, 1000])
      it(`draws ${name} at ${width} pixels with nothing unsafe in it`, () => {
        expect(unsafeMarkup(monthlySeriesChart(plain(months, { width })).svg)).toEqual([])
        expect(unsafeMarkup(monthlySeriesChart(sampleSeries({ months, width })).svg)).toEqual([])
      })

  it('gives the same bytes for the same input', () => {
    expect(monthlySeriesChart(sampleSeries())).toEqual(monthlySeriesChart(sampleSeries()))
  })

  it('names itself to a screen reader by its title and description', () => {
    const { svg, description } = monthlySeriesChart(sampleSeries({ id: 'burglary' }))
    const root = parseHTML(svg).document.querySelector('svg')!
    expect(root.getAttribute('role')).toBe('img')
    expect(root.getAttribute('aria-labelledby')).toBe('burglary-title burglary-desc')
    expect(root.querySelector('#burglary-desc')!.textContent).toBe(description)
  })

  it('escapes markup in every word it is given', () => {
    const words = '<script>alert("1")</script> & co'
    const { svg } = monthlySeriesChart(
      sampleSeries({
        title: words,
        subtitle: words,
        source: words,
        area: words,
        measure: words,
        expectedLabel: words,
        windows: [{ period: { from: '2020-10', to: '2021-09' }, label: words, kind: 'later' }],
        breaks: [{ month: '2019-04', label: words }],
      }),
    )
    expect(unsafeMarkup(svg)).toEqual([])
    expect(svg).toContain('&lt;script&gt;')
  })

  it('prints the latest complete count beside the line, not that of an incomplete month', () => {
    const months = [delivered('2021-08', 871), { month: '2021-09', value: 13, status: 'incomplete' as const }]
    const { svg } = monthlySeriesChart(plain(months))
    expect(svg).toContain('>871</text>')
    expect(svg).not.toContain('>13</text>')
  })

  it('refuses an id that cannot begin an id', () => {
    expect(() => monthlySeriesChart(sampleSeries({ id: '1"x' }))).toThrow('give a letter')
  })

  it('says that the data are synthetic, and does not when they are not', () => {
    const { svg, description, table } = monthlySeriesChart(sampleSeries())
    for (const words of [svg, description, table.caption]) expect(words).toMatch(/synthetic/i)
    expect(JSON.stringify(monthlySeriesChart(sampleSeries({ synthetic: false })))).not.toMatch(/synthetic/i)
  })

  it('prints missing months in its table as not delivered, never as 0', () => {
    const { table } = monthlySeriesChart(plain([delivered('2021-08', 1204), missing('2021-09')]))
    expect(table.rows.map((row) => [row[0], row[1], row.at(-1)])).toEqual([
      ['August 2021', '1,204', 'Delivered'],
      ['September 2021', 'not delivered', 'Not delivered'],
    ])
  })
})

describe('joinedRuns', () => {
  const places = (months: MonthCount[], breaks: MonthlySeries['breaks'] = []) =>
    joinedRuns({ months, breaks }).solid.map((run) => run.map(({ at }) => at))
  const five = ['2021-01', '2021-02', '2021-03', '2021-04', '2021-05'].map((month, i) => delivered(month, i))

  it('breaks the line at a missing month', () => {
    expect(places([five[0]!, five[1]!, missing('2021-03'), five[3]!, five[4]!])).toEqual([
      [0, 1],
      [3, 4],
    ])
  })

  it('stops before a change in recording and starts again', () => {
    expect(places(five, [{ month: '2021-03', label: 'new system' }])).toEqual([
      [0, 1],
      [2, 3, 4],
    ])
  })

  it('joins an incomplete month only tentatively', () => {
    const months = [...five.slice(0, 4), { ...five[4]!, status: 'incomplete' as const }]
    expect(places(months)).toEqual([[0, 1, 2, 3]])
    expect(joinedRuns({ months }).tentative.map((run) => run.map(({ at }) => at))).toEqual([[3, 4]])
  })

  it('a month marked missing is a gap even when it carries a number', () => {
    expect(missingRuns([five[0]!, { ...five[1]!, status: 'missing' }, five[2]!])).toEqual([{ from: 1, to: 1 }])
  })
})
