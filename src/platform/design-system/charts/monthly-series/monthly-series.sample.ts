import { addMonths } from '../../../../vocabulary/period/month.ts'
import type { MonthCount, MonthlySeries } from './series.ts'

/** A made-up series with everything a chart can meet: a break, an event, two compared years, gaps, an incomplete month. */
export function sampleSeries(over: Partial<MonthlySeries> = {}): MonthlySeries {
  const months = Array.from({ length: 64 }, (_, i): MonthCount => {
    const month = addMonths('2016-10', i)
    const usual = 190 + 50 * Math.sin((i / 12) * 2 * Math.PI) + (i > 40 && i < 52 ? 90 : 0)
    const expected = i >= 40 ? { lower: Math.round(usual * 0.8), upper: Math.round(usual * 1.2) } : null
    if (month === '2017-05' || (month >= '2018-02' && month <= '2018-07'))
      return { month, value: null, status: 'missing', expected }
    const status = month === '2022-01' ? 'incomplete' : 'delivered'
    return { month, value: Math.round(usual + ((i * 7919) % 37) - 18), status, expected }
  })
  return {
    id: 'sample',
    title: 'Anti-social behaviour has fallen from its 2020 peak',
    subtitle: 'Recorded incidents a month, Borsetshire',
    source: 'Source: street-level feed of police.uk, release 3f2a9c01.',
    synthetic: true,
    measure: 'Anti-social behaviour incidents',
    area: 'Borsetshire',
    months,
    yearEndsIn: 9,
    windows: [
      { period: { from: '2019-10', to: '2020-09' }, label: 'Year ending September 2020: 2,855', kind: 'earlier' },
      { period: { from: '2020-10', to: '2021-09' }, label: 'Year ending September 2021: 2,564', kind: 'later' },
    ],
    events: [{ period: { from: '2020-03', to: '2021-07' }, label: 'Covid restrictions' }],
    breaks: [{ month: '2019-04', label: 'New recording system' }],
    ...over,
  }
}
