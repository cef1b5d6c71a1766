import { number } from '../../platform/design-system/words/numbers.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { dateInWords, monthInWords, monthsInWords, periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment } from './assessment.ts'
import { assessmentForm } from './assessment-form.ts'
import { ASSESSMENT_PATH, type AssessmentQuery, assessmentHref } from './assessment-request.ts'
import type { HeldForce } from './held-districts.ts'
import { changesChart, monthlyChart, sharesChart } from './issue-charts.ts'
import { caveatsOf, changeFigure, sinceFigure } from './issue-figures.ts'
import { issuesTable } from './issues-table.ts'
import { chartsOf } from './page-drawing.ts'

/** The overview: what stands out, then every issue, then what it rests on. */
export function overviewPage(assessment: Assessment, query: AssessmentQuery, held: HeldForce[] = []) {
  const { area, periods, total, issues, release } = assessment
  const asb = issues.find(({ subject }) => subject === ASB)!
  const largest = issues.find(({ group }) => group === 'crime')!
  const baselineDiffers = periods.baseline.to !== periods.previous.to
  const figures = [
    changeFigure(assessment, total, total.previous, total.previousVolume),
    changeFigure(assessment, largest, largest.previous, largest.previousVolume),
    changeFigure(assessment, asb, asb.previous, asb.previousVolume),
    ...(baselineDiffers ? [sinceFigure(assessment, asb, asb.baseline, asb.baselineVolume)] : []),
  ]
  const charts = chartsOf(query)
  return {
    pageTitle: `Strategic assessment of ${area.name}, ${periodInWords(periods.current)}`,
    assessment,
    breadcrumbs: [{ text: 'Home', href: '/' }],
    form: assessmentForm(assessment, held),
    statements: assessment.completeness.statements,
    missing: monthsInWords(assessment.completeness.missingMonths),
    missingCount: assessment.completeness.missingMonths.length,
    figures,
    shares: charts(sharesChart(assessment), 'shares'),
    months: charts(monthlyChart(assessment, total), `months-${total.slug}`),
    changes: charts(
      changesChart(assessment, ({ previous }) => previous, 'changes-previous'),
      'changes-previous',
    ),
    baselineChanges: baselineDiffers
      ? charts(
          changesChart(assessment, ({ baseline }) => baseline, 'changes-baseline'),
          'changes-baseline',
        )
      : null,
    table: issuesTable(assessment, query),
    json: `${ASSESSMENT_PATH}.json${assessmentHref(query).slice(ASSESSMENT_PATH.length)}`,
    releaseLabel: `${release.id.slice(0, 12)}, made ${dateInWords(release.at)}`,
    residents: assessment.residents
      ? `${number(assessment.residents.residents)} (${assessment.residents.estimate}, Office for National Statistics)`
      : 'not known',
    deliveries: assessment.deliveries.length,
    notes: [...caveatsOf(figures, assessment), ...assessment.notes],
    breaks: assessment.breaks.map(({ title, month, to, kind, note, source }) => ({
      title,
      when: to ? `${monthInWords(month)} to ${monthInWords(to)}` : monthInWords(month),
      kind: kind === 'recording' ? 'a break in recording' : 'an event',
      note,
      source,
    })),
  }
}
