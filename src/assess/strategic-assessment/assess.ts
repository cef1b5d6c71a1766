import type { Evidence } from '../../collate/index.ts'
import { areaVintage, requireDistrict } from '../../vocabulary/areas/index.ts'
import type { FigureReference } from '../../vocabulary/figure.ts'
import { isMonth, type Month } from '../../vocabulary/period/month.ts'
import { monthInWords } from '../../vocabulary/period/words.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { figureContext, type StandingOf } from '../figures/figure-context.queries.ts'
import type { Assessment, Issue } from './assessment.ts'
import { makeAssessment } from './make-assessment.ts'

/** What somebody asked to have assessed; the latest delivered month when no year is named. */
export interface AssessmentWish {
  area: string
  yearEnding?: string
  baselineYearEnding?: string
}

/**
 * Makes the strategic assessment of a district from the evidence.
 *
 * @throws Refusal for an area that does not exist, a month that is not one, or evidence that does not hold the force
 */
export async function assess(evidence: Evidence, wish: AssessmentWish, standingOf?: StandingOf): Promise<Assessment> {
  const district = requireDistrict(wish.area)
  const context = await figureContext(evidence, district, standingOf)
  const delivered = [...context.table.delivered].sort()
  const yearEnding = wish.yearEnding ?? delivered.at(-1)!
  checkMonth('the year ending', yearEnding)
  if (wish.baselineYearEnding) checkMonth('the baseline year ending', wish.baselineYearEnding)
  if (wish.baselineYearEnding && wish.baselineYearEnding >= yearEnding)
    throw new Refusal(
      `The baseline year ends in ${monthInWords(wish.baselineYearEnding)}, not before the year assessed: choose an earlier one.`,
    )
  if (yearEnding > delivered.at(-1)! || yearEnding < delivered[0]!)
    throw new Refusal(
      `The year ending ${monthInWords(yearEnding)} lies outside what is held, ${monthInWords(delivered[0]!)} to ${monthInWords(delivered.at(-1)!)}: choose a month within it, or import more.`,
    )
  return makeAssessment(
    { district, yearEnding, ...(wish.baselineYearEnding && { baselineYearEnding: wish.baselineYearEnding }) },
    context,
    { catalogue: evidence.catalogue, release: evidence.release!, notes: notesOn(evidence) },
  )
}

function checkMonth(what: string, text: Month): void {
  if (!isMonth(text))
    throw new Refusal(
      `${what[0]!.toUpperCase()}${what.slice(1)} is "${text.slice(0, 20)}": expected a month as YYYY-MM, such as 2025-12.`,
    )
}

/** How districts were told apart. */
const notesOn = ({ catalogue }: Evidence) => [
  catalogue.references.some(({ kind }) => kind === 'lsoa-district')
    ? 'Rows are placed in districts by the imported lookup from LSOA codes.'
    : 'No lookup from LSOA codes is loaded: rows are placed in districts by the district’s name within the LSOA’s name, as the police print it. Import one with `tapestry reference import`.',
  'Police map points are approximate: the LSOA is that of the nearest published point, so district totals can differ a little from the force’s own.',
  'British Transport Police and neighbouring forces’ rows are not counted: crimes at railway stations are in the former’s own file.',
]

/** The references of every figure an assessment shows, its monthly counts among them. */
export function referencesOf({ total, issues, release, area }: Assessment): FigureReference[] {
  return [total, ...issues].flatMap((issue) => [
    ...figuresOf(issue).map(({ reference }) => reference),
    ...issue.series.map(
      ({ month }): FigureReference => ({
        measure: 'recorded-offences/1',
        area: { code: area.code, vintage: areaVintage },
        period: { from: month, to: month },
        subject: issue.subject,
        source: { kind: 'evidence release', release: release.id },
      }),
    ),
  ])
}

const figuresOf = ({
  volume,
  share,
  rate,
  position,
  previousVolume,
  baselineVolume,
  previous,
  baseline,
  districts,
}: Issue) => [
  ...[volume, share, rate, position, previousVolume, baselineVolume],
  ...[previous, baseline].flatMap(({ wholeYears, likeForLike }) => [
    wholeYears,
    ...(likeForLike ? [likeForLike.volume, likeForLike.baseVolume, likeForLike.change] : []),
  ]),
  ...districts.flatMap(({ rate, volume }) => [rate, volume]),
]
