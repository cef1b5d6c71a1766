import { ASB } from '../src/vocabulary/offence.ts'
import type { Month } from '../src/vocabulary/period/month.ts'
import { DARTFORD } from './geography/districts.ts'

/** The document the demonstration's figures answer to. */
export const SOURCE_STRATEGY = 'Dartford Community Safety Strategy 2022-25'

/** How a yearly total of the demonstration stands to what the strategy printed. */
export type Standing =
  | 'published'
  | 'implied: the only count that gives +34.6 %'
  | 'chosen from the 2,854–2,856 that give −10.2 %'

export interface PublishedTotal {
  area: string
  type: string
  /** last month of the twelve */
  yearEnding: Month
  count: number
  standing: Standing
  citation: string
}

const dartfordAsb = (yearEnding: Month, count: number, standing: Standing): PublishedTotal => ({
  area: DARTFORD,
  type: ASB,
  yearEnding,
  count,
  standing,
  citation: SOURCE_STRATEGY,
})

/** Police-recorded anti-social behaviour incidents in Dartford that the synthetic evidence adds up to exactly. */
export const PUBLISHED_TOTALS: readonly PublishedTotal[] = [
  dartfordAsb('2019-09', 1905, 'implied: the only count that gives +34.6 %'),
  dartfordAsb('2020-09', 2855, 'chosen from the 2,854–2,856 that give −10.2 %'),
  dartfordAsb('2021-09', 2564, 'published'),
]

/** The two changes the strategy states of the year ending September 2021, in percent as printed. */
export const PUBLISHED_CHANGES = [
  { area: DARTFORD, type: ASB, yearEnding: '2021-09', from: '2020-09', percent: -10.2, citation: SOURCE_STRATEGY },
  { area: DARTFORD, type: ASB, yearEnding: '2021-09', from: '2019-09', percent: 34.6, citation: SOURCE_STRATEGY },
] as const
