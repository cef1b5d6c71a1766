import { type Month, monthsOf } from '../src/vocabulary/period/month.ts'
import { DARTFORD } from './geography/districts.ts'

/** The demonstration partnership as it stands on its own date: business time, not the real day. */
export const DEMONSTRATION = {
  partnership: 'Dartford Community Safety Partnership',
  district: DARTFORD,
  force: { slug: 'kent', name: 'Kent Police' },
  businessDate: '2022-03-31',
  /** months of police street-level evidence published by that date */
  firstMonth: '2016-10',
  lastMonth: '2022-01',
  /** months that have ended, or are ending, which the police have not yet published */
  notYetPublished: ['2022-02', '2022-03'],
} as const satisfies Record<string, unknown>

/** The 64 months of evidence, in order. */
export const DEMONSTRATION_MONTHS: readonly Month[] = monthsOf({
  from: DEMONSTRATION.firstMonth,
  to: DEMONSTRATION.lastMonth,
})
