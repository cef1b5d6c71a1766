import { assess, changeFigure, type FigureRegister, referencesOf, type StandingOf } from '../../assess/index.ts'
import { coverageOf, deliveredMonths, type Evidence, gapsIn } from '../../collate/index.ts'
import type { AttentionItem, HomeView } from '../../platform/web/home/home-view.ts'
import { forceBySlug, forceOf } from '../../vocabulary/areas/index.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { addMonths, type Month } from '../../vocabulary/period/month.ts'
import { monthInWords, monthsInWords } from '../../vocabulary/period/words.ts'

/** What the home page is drawn from. */
export interface HomeFacts {
  evidence(): Promise<Evidence>
  district?: string
  yearEnding?: Month
  businessToday(): string
  standingOf: StandingOf
  /** so that the figures shown here open */
  register: FigureRegister
}

/** The home page of the staff site: what to open, what is late, the figures people ask for first, what is held. */
export async function homeView({
  evidence,
  district,
  yearEnding,
  businessToday,
  standingOf,
  register,
}: HomeFacts): Promise<HomeView> {
  const held = await evidence()
  const coverage = coverageOf(held.release)
  if (!held.release || coverage.size === 0) return {}
  const months = deliveredMonths(coverage)
  const view: HomeView = {
    attention: [...coverage].flatMap(([slug, delivered]) => attentionTo(slug, [...delivered].sort(), businessToday())),
    evidence: [
      {
        key: 'Months held',
        value: `${months.length}, ${monthInWords(months[0]!)} to ${monthInWords(months.at(-1)!)}`,
        href: '/collate',
      },
      { key: 'Deliveries', value: `${held.catalogue.deliveries.length}` },
    ],
  }
  const force = district && forceOf(district)
  if (!force || !coverage.has(force.slug))
    return { ...view, action: { text: 'Choose a district to assess', href: '/assess/strategic-assessment' } }
  const assessment = await assess(held, { area: district, ...(yearEnding && { yearEnding }) }, standingOf)
  register.remember(referencesOf(assessment))
  const asb = assessment.issues.find(({ subject }) => subject === ASB)!
  const largest = assessment.issues.find(({ group }) => group === 'crime')!
  return {
    ...view,
    lede: `The evidence on crime and anti-social behaviour in ${assessment.area.name}, each figure open to how it was made.`,
    action: { text: 'Open the strategic assessment', href: '/assess/strategic-assessment' },
    figuresHeading: `${assessment.area.name}, year ending ${monthInWords(assessment.periods.current.to)}`,
    figures: [
      changeFigure(assessment, assessment.total, assessment.total.previous, assessment.total.previousVolume),
      changeFigure(assessment, asb, asb.previous, asb.previousVolume),
      changeFigure(assessment, largest, largest.previous, largest.previousVolume),
    ],
  }
}

/** How late the police may be before it is somebody's work: they publish a month about two months after it ends. */
const USUAL_DELAY = 3

/** What is missing of a force's months, in between and since. */
function attentionTo(slug: string, delivered: Month[], today: string): AttentionItem[] {
  const name = forceBySlug(slug)?.publisher ?? slug
  const missing = gapsIn(delivered)
  const awaited = notYetPublished(delivered.at(-1)!, today)
  return [
    ...(missing.length > 0
      ? [{ title: `Months are missing from ${name}’s data`, href: '/collate', text: `${monthsInWords(missing)}.` }]
      : []),
    ...(awaited.length > USUAL_DELAY
      ? [
          {
            title: `${name}’s data stop at ${monthInWords(delivered.at(-1)!)}`,
            href: '/collate',
            text: 'Download the newest archive from data.police.uk and import it.',
          },
        ]
      : []),
    ...(awaited.length > 0 && awaited.length <= USUAL_DELAY
      ? [
          {
            title: `${name}’s data not yet published`,
            href: '/collate',
            text: `${monthsInWords(awaited)}. The police publish a month about two months after it ends.`,
          },
        ]
      : []),
  ]
}

/** Whole months between the newest one held and today. */
function notYetPublished(newest: Month, today: string): Month[] {
  const awaited: Month[] = []
  for (let month = addMonths(newest, 1); month <= today.slice(0, 7); month = addMonths(month, 1)) awaited.push(month)
  return awaited
}
