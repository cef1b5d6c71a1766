import type { Figure } from '../../vocabulary/figure.ts'
import type { OffenceGroup } from '../../vocabulary/offence.ts'
import type { Month, Period } from '../../vocabulary/period/month.ts'
import type { AssessmentPeriods } from './comparison-periods.ts'

/** A change between two periods; when whole years cannot be compared, also the like-for-like one. */
export interface Comparison {
  against: Period
  wholeYears: Figure
  likeForLike?: { period: Period; base: Period; volume: Figure; baseVolume: Figure; change: Figure }
}

/** One issue as the evidence shows it. */
export interface Issue {
  subject: string
  title: string
  slug: string
  group: OffenceGroup
  /** where the feed is too coarse to say what a strategy would want to know */
  note?: string
  volume: Figure
  share: Figure
  rate: Figure
  position: Figure
  previousVolume: Figure
  baselineVolume: Figure
  previous: Comparison
  baseline: Comparison
  /** every month of the evidence's range, `null` and *missing* where nothing was delivered */
  series: { month: Month; count: number | null; status: 'delivered' | 'missing'; figure: string }[]
  /** the rate of each district of the force, highest first; unknown rates last, in name order */
  districts: { code: string; name: string; rate: Figure; volume: Figure; isThisArea: boolean }[]
}

/** A strategic assessment's first cut: what the evidence alone can say of one district and year. */
export interface Assessment {
  kind: 'strategic assessment'
  /** the layout of this document */
  version: 1
  area: { code: string; name: string; force: string; nation: string; partnerships: string[]; vintage: string }
  periods: AssessmentPeriods
  release: { id: string; at: string }
  synthetic: boolean
  /** whether the year assessed is whole, and every month missing in the evidence's range */
  completeness: { wholeYear: boolean; range: Period; missingMonths: Month[]; statements: string[] }
  residents: { residents: number; estimate: string } | null
  /** total crime first, then the issues by volume, anti-social behaviour among them but never in the total */
  total: Issue
  issues: Issue[]
  /** how districts were told apart, and what is left out */
  notes: string[]
  deliveries: { id: string; name: string; asAt: string; accepted: number }[]
  breaks: { title: string; month: Month; to?: Month; kind: string; note: string; doubt?: string; source: string }[]
}
