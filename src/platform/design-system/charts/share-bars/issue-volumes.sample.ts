import type { IssueVolumes } from './issue-volumes.ts'

/** Made-up volumes that add up to the total, and anti-social behaviour apart. */
export const sampleVolumes = (over: Partial<IssueVolumes> = {}): IssueVolumes => ({
  id: 'shares',
  title: 'Violence and sexual offences are 4 in 10 recorded crimes',
  subtitle: 'Recorded offences, Borsetshire, year ending September 2021',
  source: 'Source: street-level feed of police.uk, release 3f2a9c01.',
  synthetic: true,
  area: 'Borsetshire',
  period: 'year ending September 2021',
  crimeTotal: 10_000,
  crimes: [
    { label: 'Criminal damage and arson', count: 1100 },
    { label: 'Violence and sexual offences', count: 4000, emphasised: true },
    { label: 'Shoplifting', count: 2200 },
    { label: 'Vehicle crime', count: 1300 },
    { label: 'Public order', count: 900 },
    { label: 'Burglary', count: 493 },
    { label: 'Possession of weapons', count: 7 },
    { label: 'Bicycle theft', count: null, reason: 'two months missing' },
  ],
  antisocialBehaviour: { label: 'Anti-social behaviour', count: 2564 },
  ...over,
})
