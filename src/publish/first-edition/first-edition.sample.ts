import { figure } from '../../vocabulary/figure.ts'
import type { FirstEditionInput } from './first-edition-input.ts'

const area = { code: 'E07000107', vintage: '2021' }
const period = { from: '2020-10', to: '2021-09' }
const before = { from: '2019-10', to: '2020-09' }
const source = { kind: 'evidence release', release: '4f2a91c0' } as const
const method = 'quasi-Poisson'

const count = (subject: string, value: number | null, standing?: string) =>
  figure(
    { measure: 'recorded-count/1', area, period, subject, source },
    {
      value,
      unit: 'incidents',
      caveats: [],
      synthetic: true,
      standing,
      reason: value === null ? '2 of 12 months are missing.' : undefined,
    },
  )

const change = (
  subject: string,
  value: number,
  lower: number,
  upper: number,
  verdict: 'rise' | 'fall' | 'no clear change',
) =>
  figure(
    { measure: 'recorded-change/1', area, period, subject, comparison: { period: before }, source },
    {
      value,
      unit: '% change',
      verdict,
      interval: { lower, upper, level: 0.95, method },
      dispersion: 9.5,
      caveats: [],
      synthetic: true,
    },
  )

const words = { where: 'Dartford', when: 'year ending September 2021', polarity: 'more is worse' } as const
const against = 'the year before'

/** A small edition for tests: synthetic figures, one of each verdict and one that cannot be ascertained. */
export const SAMPLE_EDITION: FirstEditionInput = {
  title: 'Is Dartford safer than a year ago?',
  summary:
    'What was recorded in the year ending September 2021, what has changed since the year before, and how sure we can be.',
  partnership: { name: 'Dartford Community Safety Partnership', district: 'Dartford' },
  publishedOn: '2022-03-31',
  synthetic: true,
  figures: [
    {
      figure: count('Anti-social behaviour', 2564, 'Published in the Community Safety Strategy 2022–25.'),
      words: {
        ...words,
        counts: 'anti-social behaviour incidents',
        change: { before: 2855, against },
        changeFigure: change('Anti-social behaviour', -10.2, -23.8, 5.9, 'no clear change'),
      },
    },
    {
      figure: count('Burglary', 402),
      words: {
        ...words,
        counts: 'burglaries',
        change: { before: 611, against },
        changeFigure: change('Burglary', -34.2, -42.1, -20.4, 'fall'),
      },
    },
    {
      figure: count('Shoplifting', 1310),
      words: {
        ...words,
        counts: 'thefts from shops',
        change: { before: 1002, against },
        changeFigure: change('Shoplifting', 30.7, 12.2, 51.9, 'rise'),
      },
    },
    { figure: count('Robbery', null), words: { ...words, counts: 'robberies' } },
  ],
  districts: {
    caption: 'Anti-social behaviour incidents, year ending September 2021',
    columns: [
      { text: 'District' },
      { text: 'Incidents', numeric: true },
      { text: 'Rate', unit: 'per 1,000 residents', numeric: true },
    ],
    rows: [
      { cells: [{ text: 'Gravesham' }, { text: '2,901' }, { text: '27.1' }] },
      { cells: [{ text: 'Dartford' }, { text: '2,564' }, { text: '22.5' }], current: true },
      { cells: [{ text: 'Sevenoaks' }, { text: '1,820' }, { text: '15.0' }] },
    ],
    note: 'Rates use the residents counted mid-2020.',
  },
  notes: ['The police publish incidents to about 2 months ago.', 'One event can be reported more than once.'],
}
