import { ASB } from '../../vocabulary/offence.ts'
import type { Period } from '../../vocabulary/period/month.ts'
import { addMonths } from '../../vocabulary/period/month.ts'
import { periodInWords } from '../../vocabulary/period/words.ts'
import { ALL_CRIME } from '../figures/count-table.ts'

/** What many are called, and one: the published types are headings, not all of which make a noun that can be counted. */
const COUNTED: Record<string, [many: string, one: string]> = {
  [ALL_CRIME]: ['recorded crimes', 'recorded crime'],
  [ASB]: ['anti-social behaviour incidents', 'anti-social behaviour incident'],
  'Bicycle theft': ['bicycle thefts', 'bicycle theft'],
  Burglary: ['burglaries', 'burglary'],
  Drugs: ['drug offences', 'drug offence'],
  'Other crime': ['other crimes', 'other crime'],
  'Other theft': ['other thefts', 'other theft'],
  'Possession of weapons': ['weapons offences', 'weapons offence'],
  Robbery: ['robberies', 'robbery'],
  'Theft from the person': ['thefts from the person', 'theft from the person'],
  'Vehicle crime': ['vehicle crimes', 'vehicle crime'],
  'Violence and sexual offences': ['violence and sexual offences', 'violence or sexual offence'],
}

/** What a number counts: `anti-social behaviour incidents`, `recorded crimes`, `burglaries`; the singular for exactly 1. */
export function countedInWords(subject: string, count: number | null = null): string {
  const name = subject.toLowerCase()
  const [many, one] = COUNTED[subject] ?? [`${name} offences`, `${name} offence`]
  return count === 1 ? one : many
}

/** What the later period is set against: `the year before`, or the other year by name. */
export const againstInWords = (period: Period, base: Period) =>
  addMonths(base.to, 12) === period.to && base.from === addMonths(period.from, -12)
    ? periodInWords(period).startsWith('year')
      ? 'the year before'
      : `the same months of the year before`
    : `the ${periodInWords(base)}`.replace(/^the (?!year)/, '')

/** A rise in these follows police activity as much as what people do, so neither direction is good or bad in itself. */
const FOLLOWS_ACTIVITY = ['Drugs', 'Possession of weapons']
export const polarityOf = (subject: string): 'neither' | 'more is worse' =>
  FOLLOWS_ACTIVITY.includes(subject) ? 'neither' : 'more is worse'
