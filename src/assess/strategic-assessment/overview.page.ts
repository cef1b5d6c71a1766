import type { FigureView } from '../../platform/design-system/figure/figure-view.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { dateInWords, monthInWords, monthsInWords, periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Issue } from './assessment.ts'
import { assessmentForm } from './assessment-form.ts'
import { ASSESSMENT_PATH, type AssessmentQuery, assessmentHref } from './assessment-request.ts'
import type { HeldForce } from './held-districts.ts'
import { changesChart, monthlyChart, sharesChart } from './issue-charts.ts'
import { canCompare, caveatsOf, changeFigure, sinceFigure, volumeFigure } from './issue-figures.ts'
import { issuesTable } from './issues-table.ts'
import { chartsOf } from './page-drawing.ts'

/** The overview: what stands out, then every issue, then what it rests on. */
export function overviewPage(assessment: Assessment, query: AssessmentQuery, held: HeldForce[] = []) {
  const { area, periods, total, release } = assessment
  const baselineDiffers = periods.baseline.to !== periods.previous.to
  const figures = glance(assessment)
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
    noCount: total.volume.result.reason ?? null,
    shares: total.volume.result.value === null ? null : charts(sharesChart(assessment), 'shares'),
    months: charts(monthlyChart(assessment, total), `months-${total.slug}`),
    noChange: total.previous.wholeYears.result.reason ?? null,
    changes: canCompare(total.previous)
      ? charts(
          changesChart(assessment, ({ previous }) => previous, 'changes-previous'),
          'changes-previous',
        )
      : null,
    baselineChanges:
      baselineDiffers && canCompare(total.baseline)
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

/**
 * Four figures to begin with: total crime, its largest part, anti-social behaviour, and the latter against the baseline.
 * Where the year before was not delivered, total crime and anti-social behaviour against the baseline instead.
 */
function glance(assessment: Assessment): FigureView[] {
  const { total, issues, periods } = assessment
  const asb = issues.find(({ subject }) => subject === ASB)!
  const largest = issues.find(({ group, volume }) => group === 'crime' && volume.result.value !== null)
  const main = [total, ...(largest ? [largest] : []), asb] // without a count none is the largest
  const counted = (issue: Issue) => changeFigure(assessment, issue, issue.previous, issue.previousVolume)
  const since = (issue: Issue) => sinceFigure(assessment, issue, issue.baseline, issue.baselineVolume)
  if (periods.baseline.to === periods.previous.to) return main.map(counted)
  if (canCompare(total.previous) || !canCompare(total.baseline)) return [...main.map(counted), since(asb)]
  return [total, asb].flatMap((issue) => [volumeFigure(assessment, issue), since(issue)])
}
