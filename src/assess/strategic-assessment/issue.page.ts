import type { PageDrawing } from '../../platform/design-system/charts/index.ts'
import type { TableView } from '../../platform/design-system/table/table.ts'
import { interval } from '../../platform/design-system/words/change.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import { periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Issue } from './assessment.ts'
import { type AssessmentQuery, assessmentHref } from './assessment-request.ts'
import { districtsChart, monthlyChart } from './issue-charts.ts'
import { changeFigure, rateFigure, volumeFigure } from './issue-figures.ts'
import { chartView } from './page-drawing.ts'

/** One issue: its figures, its months, its place among the districts, and where in the district. */
export function issuePage(assessment: Assessment, issue: Issue, map: PageDrawing | undefined, query: AssessmentQuery) {
  const { area, periods } = assessment
  const whole = issue.volume.result.value !== null
  const alike = issue.previous.likeForLike !== undefined || issue.baseline.likeForLike !== undefined
  return {
    pageTitle: `${issue.title} in ${area.name}, ${periodInWords(periods.current)}`,
    assessment,
    issue,
    breadcrumbs: [
      { text: 'Home', href: '/' },
      { text: `Strategic assessment of ${area.name}`, href: assessmentHref(query) },
    ],
    statements: assessment.completeness.statements,
    figures: [
      ...(alike && whole ? [volumeFigure(assessment, issue)] : []),
      changeFigure(assessment, issue, issue.previous, issue.previousVolume),
      ...(periods.baseline.to !== periods.previous.to
        ? [changeFigure(assessment, issue, issue.baseline, issue.baselineVolume)]
        : []),
      rateFigure(assessment, issue),
    ],
    months: chartView(monthlyChart(assessment, issue)),
    districts: chartView(districtsChart(assessment, issue)),
    districtsTable: districtsTable(assessment, issue, query),
    ...(map && { map: chartView(map) }),
    others: [assessment.total, ...assessment.issues].map(({ title, slug }) => ({
      text: title,
      href: assessmentHref(query, slug),
      current: slug === issue.slug,
    })),
  }
}

function districtsTable({ area, periods }: Assessment, issue: Issue, query: AssessmentQuery): TableView {
  return {
    caption: `${issue.title} by district, ${periodInWords(periods.current)}`,
    columns: [
      { text: 'District' },
      { text: 'Recorded', numeric: true },
      { text: 'Rate', unit: 'per 1,000 residents', numeric: true },
      { text: '95 % interval', unit: 'per 1,000 residents', numeric: true },
    ],
    rows: issue.districts.map(({ code, name, rate, volume, isThisArea }) => ({
      current: isThisArea,
      cells: [
        { text: name, href: assessmentHref({ ...query, area: code }, issue.slug) },
        {
          text: volume.result.value === null ? 'cannot be ascertained' : number(volume.result.value),
          href: `/figures/${volume.id}`,
        },
        {
          text: rate.result.value === null ? 'cannot be ascertained' : number(rate.result.value, 1),
          href: `/figures/${rate.id}`,
        },
        { text: rate.result.interval ? interval(rate.result.interval, 1) : '–' },
      ],
    })),
    note: `Recorded by ${area.force}. Residents, not visitors: where many come to shop or work, a rate overstates the risk to each.`,
  }
}
