import { ASB } from '../../vocabulary/offence.ts'
import type { Period } from '../../vocabulary/period/month.ts'
import { addMonths } from '../../vocabulary/period/month.ts'
import { monthInWords, periodInWords } from '../../vocabulary/period/words.ts'
import { ALL_CRIME } from '../figures/count-table.ts'

/** What one number counts: `anti-social behaviour incidents`, `recorded crimes`, `burglary offences`. */
export function countedInWords(subject: string): string {
  if (subject === ALL_CRIME) return 'recorded crimes'
  if (subject === ASB) return 'anti-social behaviour incidents'
  const name = subject.toLowerCase()
  return name.endsWith('offences') ? name : `${name} offences`
}

/** What the later period is set against: `the year before`, or the other year by name. */
export const againstInWords = (period: Period, base: Period) =>
  addMonths(base.to, 12) === period.to && base.from === addMonths(period.from, -12)
    ? periodInWords(period).startsWith('year')
      ? 'the year before'
      : `the same months of the year before`
    : `in the ${periodInWords(base)}`.replace('in the year', 'the year')

/** A rise in these follows police activity as much as what people do, so neither direction is good or bad in itself. */
const FOLLOWS_ACTIVITY = ['Drugs', 'Possession of weapons']
export const polarityOf = (subject: string): 'neither' | 'more is worse' =>
  FOLLOWS_ACTIVITY.includes(subject) ? 'neither' : 'more is worse'

export const yearInWords = (to: string) => `Year ending ${monthInWords(to)}`
