import { assess, changeFigure, type StandingOf } from '../../assess/index.ts'
import { coverageOf, deliveredMonths, type Evidence } from '../../collate/index.ts'
import type { HomeView } from '../../platform/web/home/home-view.ts'
import { forceOf } from '../../vocabulary/areas/index.ts'
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
}

/** The home page of the staff site: what to open, what is late, the figures people ask for first, what is held. */
export async function homeView({
  evidence,
  district,
  yearEnding,
  businessToday,
  standingOf,
}: HomeFacts): Promise<HomeView> {
  const held = await evidence()
  const coverage = coverageOf(held.release)
  if (!held.release || coverage.size === 0) return {}
  const months = deliveredMonths(coverage)
  const view: HomeView = {
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
  if (!force || !coverage.has(force.slug)) return { ...view, action: { text: 'See what is held', href: '/collate' } }
  const assessment = await assess(held, { area: district, ...(yearEnding && { yearEnding }) }, standingOf)
  const asb = assessment.issues.find(({ subject }) => subject === ASB)!
  const largest = assessment.issues.find(({ group }) => group === 'crime')!
  const awaited = notYetPublished([...coverage.get(force.slug)!].sort().at(-1)!, businessToday())
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
    attention: [
      ...(assessment.completeness.missingMonths.length > 0
        ? [
            {
              title: 'Months are missing from the police’s data',
              href: '/collate',
              text: monthsInWords(assessment.completeness.missingMonths),
            },
          ]
        : []),
      ...(awaited.length > 0
        ? [
            {
              title: 'Police data not yet published',
              href: '/collate',
              text: `${monthsInWords(awaited)}. The police publish a month about two months after it ends.`,
            },
          ]
        : []),
    ],
  }
}

/** Whole months between the newest one held and today. */
function notYetPublished(newest: Month, today: string): Month[] {
  const awaited: Month[] = []
  for (let month = addMonths(newest, 1); month <= today.slice(0, 7); month = addMonths(month, 1)) awaited.push(month)
  return awaited
}
