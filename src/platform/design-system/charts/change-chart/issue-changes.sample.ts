import type { IssueChanges } from './issue-changes.ts'

/** Made-up changes with each verdict, one interval far beyond the chart and one change not known. */
export const sampleChanges = (over: Partial<IssueChanges> = {}): IssueChanges => ({
  id: 'changes',
  title: 'Shoplifting rose; burglary and vehicle crime fell',
  subtitle: 'Change in recorded offences, year ending September 2020 to 2021, with 95 % interval',
  source: 'Source: street-level feed of police.uk, release 3f2a9c01. Verdicts by rule change/1.',
  synthetic: true,
  area: 'Borsetshire',
  periods: 'year ending September 2020 to year ending September 2021',
  intervalLabel: '95 % interval',
  issues: [
    { label: 'Burglary', change: -24.1, lower: -33, upper: -14, verdict: 'fall' },
    { label: 'Anti-social behaviour', change: -10.2, lower: -23.8, upper: 5.9, verdict: 'no clear change' },
    { label: 'Shoplifting', change: 31.4, lower: 17.2, upper: 47.1, verdict: 'rise' },
    { label: 'Vehicle crime', change: -18.6, lower: -27, upper: -9.4, verdict: 'fall' },
    { label: 'Possession of weapons', change: 40, lower: -42, upper: 310, verdict: 'no clear change' },
    { label: 'Violence and sexual offences', change: 2.1, lower: -4.4, upper: 9, verdict: 'no clear change' },
    { label: 'Bicycle theft', change: null, verdict: 'cannot be ascertained', reason: 'two months missing' },
    { label: 'Robbery', change: 12, verdict: 'cannot be ascertained', reason: 'recording changed' },
  ],
  ...over,
})
