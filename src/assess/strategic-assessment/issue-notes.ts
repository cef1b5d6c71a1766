import { ALL_CRIME } from '../figures/count-table.ts'

const VIOLENT_CRIME =
  'What strategies call “violent crime” is violence against the person, sexual offences and robbery. This feed has the first two as one category and robbery as another, so the three can be added up but not told apart: it cannot show violence with injury, domestic abuse, stalking or sexual offences by themselves.'

/** Where the feed is too coarse for what a strategy asks. Said on the page and in its JSON. */
export const NOTES: Record<string, string> = {
  [ALL_CRIME]:
    'Every published category but anti-social behaviour, which is not crime. Fraud is not in this feed at district level.',
  'Violence and sexual offences': VIOLENT_CRIME,
  Robbery: VIOLENT_CRIME,
  'Anti-social behaviour':
    'Incidents, not crimes: they have a base of their own and are never part of total crime. The feed does not tell personal, nuisance and environmental incidents apart, and holds only what was reported to the police.',
  'Criminal damage and arson': 'The feed does not tell deliberate fires from other damage.',
  Drugs: 'Follows police activity as well as drug use: more searches find more offences.',
  'Possession of weapons': 'Follows police activity as well as carrying: more searches find more offences.',
  Burglary: 'The feed does not tell homes from other buildings.',
  'Vehicle crime': 'The feed does not tell theft of a vehicle from theft out of one.',
  Shoplifting:
    'Follows how many shops there are and how willing they are to report; a rate by residents says little where many visit.',
}
