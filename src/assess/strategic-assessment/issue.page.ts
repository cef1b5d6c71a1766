import type { PageDrawing } from '../../platform/design-system/charts/index.ts'
import type { TableView } from '../../platform/design-system/table/table.ts'
import { interval } from '../../platform/design-system/words/change.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import { monthsInWords, periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Issue } from './assessment.ts'
import { type AssessmentQuery, assessmentHref } from './assessment-request.ts'
import { districtsChart, monthlyChart, TWO_THIRDS } from './issue-charts.ts'
import { canCompare, caveatsOf, changeFigure, rateFigure, sinceFigure, volumeFigure } from './issue-figures.ts'
import { figureCell } from './issues-table.ts'
import { chartsOf } from './page-drawing.ts'
import { countedInWords } from './words.ts'

/** One issue: its figures, its months, its place among the districts, and where in the district. */
export function issuePage(assessment: Assessment, issue: Issue, map: PageDrawing | undefined, query: AssessmentQuery) {
  const { area, periods } = assessment
  const whole = issue.volume.result.value !== null
  const charts = chartsOf(query)
  const figures = [
    ...(whole && (issue.previous.likeForLike || !canCompare(issue.previous)) ? [volumeFigure(assessment, issue)] : []),
    ...(canCompare(issue.previous) || !whole
      ? [changeFigure(assessment, issue, issue.previous, issue.previousVolume)]
      : []),
    ...(periods.baseline.to !== periods.previous.to
      ? [sinceFigure(assessment, issue, issue.baseline, issue.baselineVolume)]
      : []),
    rateFigure(assessment, issue),
  ]
  return {
    pageTitle: `${issue.title} in ${area.name}, ${periodInWords(periods.current)}`,
    assessment,
    issue,
    breadcrumbs: [
      { text: 'Home', href: '/' },
      { text: `Strategic assessment of ${area.name}`, href: assessmentHref(query) },
    ],
    statements: assessment.completeness.statements,
    missing: monthsInWords(assessment.completeness.missingMonths),
    missingCount: assessment.completeness.missingMonths.length,
    figures,
    mind: [...(issue.note ? [issue.note] : []), ...caveatsOf(figures, assessment)],
    months: charts(monthlyChart(assessment, issue, TWO_THIRDS), `months-${issue.slug}`),
    districts: issue.districts.some(({ rate }) => rate.result.value !== null)
      ? charts(districtsChart(assessment, issue), `districts-${issue.slug}`)
      : null,
    districtsTable: districtsTable(assessment, issue, query),
    map: map ? charts(map, `map-${issue.slug}`) : null,
    places: map ? topPlaces(assessment, issue, map) : null,
    others: [assessment.total, ...assessment.issues].map(({ title, slug }) => ({
      text: title,
      href: assessmentHref(query, slug),
      current: slug === issue.slug,
    })),
  }
}

const TOP = 10

/** Its name and its number: codes and classes are in the whole table. */
const isShown = ({ numeric }: { numeric?: boolean }, i: number) => i === 0 || numeric === true

/** The LSOAs with most, beside the map: its table is already in that order. */
const topPlaces = ({ area }: Assessment, issue: Issue, { table }: PageDrawing): TableView => ({
  caption: `The ${Math.min(TOP, table.rows.length)} LSOAs of ${area.name} with most ${countedInWords(issue.subject)}`,
  columns: table.head.filter(isShown).map(({ text, numeric }) => ({ text, ...(numeric && { numeric }) })),
  rows: table.rows.slice(0, TOP).map((cells) => ({
    cells: cells.filter((_, i) => isShown(table.head[i]!, i)).map((text) => ({ text })),
  })),
  note: 'Counts, not rates: they are higher where more people live, work and visit.',
})

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
        figureCell(volume, (value) => number(value)),
        figureCell(rate, (value) => number(value, 1)),
        { text: rate.result.interval ? interval(rate.result.interval, 1) : '–' },
      ],
    })),
    note: `Recorded by ${area.force}. Residents, not visitors: where many come to shop or work, a rate overstates the risk to each.`,
  }
}
