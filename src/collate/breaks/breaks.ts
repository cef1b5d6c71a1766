import { hashOf } from '../../vocabulary/figure.ts'
import type { OffenceGroup } from '../../vocabulary/offence.ts'
import type { Month } from '../../vocabulary/period/month.ts'
import list from './breaks.json' with { type: 'json' }

/**
 * Something that makes months before and after unlike each other. A *recording* break is a change in how crime is
 * written down: months before it are left out of the model of usual variation, and no line crosses it silently. An
 * *event* changed what happened or was reported: it is marked, and its months stay in the model.
 */
export interface Break {
  id: string
  kind: 'recording' | 'event'
  title: string
  /** the first month after the change, or the first month of the event */
  month: Month
  /** the event's last month */
  to?: Month
  /** the publishers concerned; all when left out */
  publishers?: string[]
  group?: OffenceGroup
  note: string
  /** what is not known about it */
  doubt?: string
  source: string
}

const breaks = list as Break[]

/** What an evidence release is read with, by hash: another list makes another release. */
export const breakListHash = hashOf(breaks)

/** The breaks that concern a publisher's counts of a group. */
export const breaksFor = (publisher: string, group: OffenceGroup) =>
  breaks.filter(
    (entry) => (!entry.publishers || entry.publishers.includes(publisher)) && (!entry.group || entry.group === group),
  )
