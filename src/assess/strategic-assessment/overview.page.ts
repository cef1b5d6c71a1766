import { verdictView } from '../../platform/design-system/figure/verdict.ts'
import type { TableCell, TableView } from '../../platform/design-system/table/table.ts'
import { interval } from '../../platform/design-system/words/change.ts'
import { number, signedPercent } from '../../platform/design-system/words/numbers.ts'
import { districtsOfForce, forceOf } from '../../vocabulary/areas/index.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { addMonths, monthsOf } from '../../vocabulary/period/month.ts'
import { dateInWords, monthInWords, monthsInWords, periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Comparison, Issue } from './assessment.ts'
import { ASSESSMENT_PATH, type AssessmentQuery, assessmentHref } from './assessment-request.ts'
import { changesChart, sharesChart } from './issue-charts.ts'
import { changeFigure } from './issue-figures.ts'
import { chartView } from './page-drawing.ts'
import { polarityOf, yearInWords } from './words.ts'

/** The overview: what stands out, then every issue, then what it rests on. */
export function overviewPage(assessment: Assessment, query: AssessmentQuery) {
  const { area, periods, total, issues, release } = assessment
  const asb = issues.find(({ subject }) => subject === ASB)!
  const largest = issues.find(({ group }) => group === 'crime')!
  const baselineDiffers = periods.baseline.to !== periods.previous.to
  return {
    pageTitle: `Strategic assessment of ${area.name}, ${periodInWords(periods.current)}`,
    assessment,
    query,
    breadcrumbs: [{ text: 'Home', href: '/' }],
    form: formView(assessment),
    statements: assessment.completeness.statements,
    missing: monthsInWords(assessment.completeness.missingMonths),
    missingCount: assessment.completeness.missingMonths.length,
    figures: [
      changeFigure(assessment, total, total.previous, total.previousVolume),
      changeFigure(assessment, largest, largest.previous, largest.previousVolume),
      changeFigure(assessment, asb, asb.previous, asb.previousVolume),
      ...(baselineDiffers ? [changeFigure(assessment, asb, asb.baseline, asb.baselineVolume)] : []),
    ],
    shares: chartView(sharesChart(assessment)),
    changes: chartView(changesChart(assessment, ({ previous }) => previous, 'changes-previous')),
    ...(baselineDiffers && {
      baselineChanges: chartView(changesChart(assessment, ({ baseline }) => baseline, 'changes-baseline')),
    }),
    table: issuesTable(assessment, query),
    releaseLabel: `${release.id.slice(0, 12)}, made ${dateInWords(release.at)}`,
    residents: assessment.residents
      ? `${number(assessment.residents.residents)} (${assessment.residents.estimate}, Office for National Statistics)`
      : 'not known',
    deliveries: { count: assessment.deliveries.length, href: '/collate' },
    breaks: assessment.breaks.map(({ title, month, to, kind, note, source }) => ({
      title,
      when: to ? `${monthInWords(month)} to ${monthInWords(to)}` : monthInWords(month),
      kind: kind === 'recording' ? 'a break in recording' : 'an event',
      note,
      source,
    })),
  }
}

function formView({ area, periods, completeness }: Assessment) {
  const force = forceOf(area.code)!
  const option = (value: string, text: string, selected: boolean) => ({ value, text, selected })
  const months = monthsOf(completeness.range).reverse()
  return {
    action: ASSESSMENT_PATH,
    areas: districtsOfForce(force.slug).map(({ code, name }) => option(code, name, code === area.code)),
    years: months.map((month) => option(month, yearInWords(month), month === periods.current.to)),
    baselines: monthsOf({ from: completeness.range.from, to: addMonths(periods.current.to, -12) })
      .reverse()
      .filter((month) => month.slice(5) === periods.current.to.slice(5))
      .map((month) => option(month, yearInWords(month), month === periods.baseline.to)),
  }
}

const SORTS = {
  volume: ({ volume }: Issue) => volume.result.value,
  rate: ({ rate }: Issue) => rate.result.value,
  change: ({ previous }: Issue) => (previous.likeForLike?.change ?? previous.wholeYears).result.value,
  position: ({ position }: Issue) => (position.result.value === null ? null : -position.result.value),
}
type Sort = keyof typeof SORTS

function issuesTable(assessment: Assessment, query: AssessmentQuery): TableView {
  const { periods, area } = assessment
  const sort: Sort = query.sort && query.sort in SORTS ? (query.sort as Sort) : 'volume'
  const by = SORTS[sort]
  const rows = [...assessment.issues].sort(
    (a, b) => (by(b) ?? Number.NEGATIVE_INFINITY) - (by(a) ?? Number.NEGATIVE_INFINITY),
  )
  const sortable = (name: Sort) => ({
    href: assessmentHref({ ...query, sort: name }),
    ...(sort === name && { sorted: name === 'position' ? ('ascending' as const) : ('descending' as const) }),
  })
  const baselineDiffers = periods.baseline.to !== periods.previous.to
  return {
    caption: `Every issue in ${area.name}, ${periodInWords(periods.current)}`,
    columns: [
      { text: 'Issue' },
      { text: 'Recorded', numeric: true, ...sortable('volume') },
      { text: 'Share', unit: '% of crime', numeric: true },
      { text: 'Rate', unit: 'per 1,000 residents, 95 % interval', numeric: true, ...sortable('rate') },
      {
        text: 'Place by rate',
        unit: `of ${assessment.total.districts.length} districts`,
        numeric: true,
        ...sortable('position'),
      },
      { text: 'On the year before', unit: 'recorded change', numeric: true, ...sortable('change') },
      { text: 'Verdict' },
      ...(baselineDiffers
        ? [
            { text: `On ${monthInWords(periods.baseline.to)}`, unit: 'year ending, recorded change', numeric: true },
            { text: 'Verdict' },
          ]
        : []),
    ],
    rows: [assessment.total, ...rows].map((issue) => ({
      current: issue === assessment.total,
      cells: [
        { text: issue.title, href: assessmentHref({ ...query, sort: undefined }, issue.slug) },
        figureCell(issue.volume, (value) => number(value)),
        issue.group === 'asb' ? { text: 'not crime' } : figureCell(issue.share, (value) => number(value, 1)),
        rateCell(issue),
        figureCell(issue.position, (value) => number(value)),
        ...changeCells(issue.subject, issue.previous),
        ...(baselineDiffers ? changeCells(issue.subject, issue.baseline) : []),
      ],
    })),
    note: `${assessment.synthetic ? 'Synthetic demonstration data. ' : ''}Total crime leaves out anti-social behaviour, which has its own base. Verdicts hold the false discovery rate of the list at 5 %. ${alikeNote(assessment)}`,
    download: { href: `${ASSESSMENT_PATH}.csv${assessmentHref(query).slice(ASSESSMENT_PATH.length)}` },
  }
}

const alikeNote = ({ total: { previous } }: Assessment) =>
  previous.likeForLike
    ? `Changes are for ${periodInWords(previous.likeForLike.period)} against ${periodInWords(previous.likeForLike.base)}, the months that both years have.`
    : ''

const NONE = 'cannot be ascertained'
const figureCell = ({ id, result }: Issue['volume'], written: (value: number) => string): TableCell => ({
  text: result.value === null ? NONE : written(result.value),
  href: `/figures/${id}`,
})

const rateCell = ({ rate }: Issue): TableCell => ({
  text:
    rate.result.value === null
      ? NONE
      : `${number(rate.result.value, 1)}${rate.result.interval ? ` (${interval(rate.result.interval, 1)})` : ''}`,
  href: `/figures/${rate.id}`,
})

/** The recorded change, then the verdict in word and shape. */
export function changeCells(subject: string, { likeForLike, wholeYears }: Comparison): TableCell[] {
  const { id, result } = likeForLike?.change ?? wholeYears
  const verdict = verdictView(result.verdict ?? NONE, polarityOf(subject))
  return [
    { text: result.value === null ? NONE : signedPercent(result.value), href: `/figures/${id}` },
    { text: verdict.text },
  ]
}
