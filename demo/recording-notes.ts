import type { Month } from '../src/vocabulary/period/month.ts'

/**
 * Something that happened to the figures rather than, or as well as, to the streets.
 * A *recording break* changed what gets written down: counts before and after are not like for like. An *event* changed
 * what happened or was reported: counts stay comparable, and a reader needs to know.
 */
export interface RecordingNote {
  id: string
  kind: 'recording break' | 'event'
  title: string
  /** first month touched */
  from: Month
  /** last month touched by an event; a break has none: everything from `from` on is recorded the new way */
  to?: Month
  /** which base it touches: see `OffenceGroup` */
  groups: ReadonlyArray<'crime' | 'asb'>
  force: string
  statement: string
  source: string
  /** has the date been checked against its source? */
  dateConfirmed: boolean
  /** what is not known about it */
  doubt?: string
}

/** The notes that matter to the demonstration's months. */
export const RECORDING_NOTES: readonly RecordingNote[] = [
  {
    id: 'covid-19-restrictions',
    kind: 'event',
    title: 'Covid-19 restrictions',
    from: '2020-03',
    to: '2021-07',
    groups: ['crime', 'asb'],
    force: 'Kent Police',
    statement:
      'Restrictions in England ran from 26 March 2020 to 19 July 2021, with lockdowns in spring 2020, November 2020 and ' +
      'January to March 2021. The strategy says the rise in anti-social behaviour is likely to be related to reports of ' +
      'breaches.',
    source:
      'Health Protection (Coronavirus, Restrictions) (England) Regulations 2020 (SI 2020/350) and later regulations; ' +
      'Dartford Community Safety Strategy 2022-25',
    dateConfirmed: false,
    doubt:
      'That breach reports explain the rise is the strategy’s inference (“likely”); no count of breach reports is given.',
  },
  {
    id: 'kent-crime-recording-inspection-2017',
    kind: 'recording break',
    title: 'Crime recorded more fully after inspection',
    from: '2017-04',
    groups: ['crime'],
    force: 'Kent Police',
    statement:
      'The inspection of April 2017 rated crime recording inadequate: it estimated that more than 24,000 crimes, 16 %, ' +
      'went unrecorded from June to November 2016. Rises across this point are partly better recording. Anti-social ' +
      'behaviour incidents are not covered.',
    source: 'Dartford strategic assessment 2017, on the crime data integrity inspection of Kent Police',
    dateConfirmed: false,
    doubt:
      'April 2017 is the month of the inspection. When practice changed, and how fast, is not stated: treat the rest of ' +
      '2017 as changing.',
  },
]
