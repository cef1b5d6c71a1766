import { sparkline } from '../../platform/design-system/charts/index.ts'
import { verdictView } from '../../platform/design-system/figure/verdict.ts'
import type { TableCell, TableColumn, TableView } from '../../platform/design-system/table/table.ts'
import { interval } from '../../platform/design-system/words/change.ts'
import { number, signedPercent } from '../../platform/design-system/words/numbers.ts'
import { addMonths } from '../../vocabulary/period/month.ts'
import { monthShort, periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Comparison, Issue } from './assessment.ts'
import { ASSESSMENT_PATH, type AssessmentQuery, assessmentHref } from './assessment-request.ts'
import { polarityOf } from './words.ts'

/** Where sorting comes back to. */
const TABLE_ID = 'issues'
const SPARK_MONTHS = 36

const changeIn = ({ likeForLike, wholeYears }: Comparison) => likeForLike?.change ?? wholeYears
const SORTS = {
  volume: ({ volume }: Issue) => volume.result.value,
  rate: ({ rate }: Issue) => rate.result.value,
  position: ({ position }: Issue) => position.result.value,
  change: ({ previous }: Issue) => changeIn(previous).result.value,
  baseline: ({ baseline }: Issue) => changeIn(baseline).result.value,
}
type Sort = keyof typeof SORTS

/** Every issue in one table; total crime first whatever it is sorted by, and what has no value last. */
export function issuesTable(assessment: Assessment, query: AssessmentQuery): TableView {
  const { periods, area, total } = assessment
  const sort: Sort = query.sort && query.sort in SORTS ? (query.sort as Sort) : 'volume'
  const ascending = query.direction ? query.direction === 'ascending' : sort === 'position'
  const heads = columns(assessment, (key) => {
    const inUse = key === sort
    const first = key === 'position' ? 'ascending' : 'descending'
    const direction = inUse ? (ascending ? 'descending' : 'ascending') : first
    return {
      href: `${assessmentHref({ ...query, sort: key, direction })}#${TABLE_ID}`,
      ...(inUse && { sorted: ascending ? 'ascending' : 'descending' }),
    }
  })
  return {
    id: TABLE_ID,
    caption: `Every issue in ${area.name}, ${periodInWords(periods.current)}`,
    captionHidden: true,
    columns: heads,
    rows: [total, ...sorted(assessment.issues, SORTS[sort], ascending)].map((issue) => ({
      current: issue === total,
      cells: rowOf(assessment, issue, query),
    })),
    note: `${assessment.synthetic ? 'Synthetic demonstration data. ' : ''}Total crime leaves out anti-social behaviour, which has its own base. Verdicts hold the false discovery rate of the list at 5 %. ${alikeNote(assessment)}`,
    download: { href: `${ASSESSMENT_PATH}.csv${assessmentHref(query).slice(ASSESSMENT_PATH.length)}` },
  }
}

function sorted(issues: Issue[], by: (issue: Issue) => number | null, ascending: boolean): Issue[] {
  return [...issues].sort((a, b) => {
    const [x, y] = [by(a), by(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null)
    return ascending ? x - y : y - x
  })
}

const hasBaseline = ({ periods }: Assessment) => periods.baseline.to !== periods.previous.to

function columns(assessment: Assessment, sortable: (key: Sort) => Partial<TableColumn>): TableColumn[] {
  const { total } = assessment
  return [
    { text: 'Issue' },
    { text: 'By month', unit: '3 years' },
    { text: 'Recorded', numeric: true, ...sortable('volume') },
    { text: 'Share', unit: '% of crime', numeric: true },
    { text: 'Rate per 1,000', unit: '95 % interval', numeric: true, ...sortable('rate') },
    { text: 'Place', unit: `by rate, of ${total.districts.length}`, numeric: true, ...sortable('position') },
    {
      text: 'Change',
      unit: total.previous.likeForLike ? headOf(total.previous) : 'on the year before',
      numeric: true,
      ...sortable('change'),
    },
    { text: 'Verdict', hiddenText: 'on the year before' },
    ...(hasBaseline(assessment)
      ? [
          { text: 'Change', unit: headOf(total.baseline), numeric: true, ...sortable('baseline') },
          { text: 'Verdict', hiddenText: headOf(total.baseline) },
        ]
      : []),
  ]
}

function rowOf(assessment: Assessment, issue: Issue, query: AssessmentQuery): TableCell[] {
  return [
    { text: issue.title, href: assessmentHref({ ...query, sort: undefined, direction: undefined }, issue.slug) },
    sparkCell(assessment, issue),
    figureCell(issue.volume, (value) => number(value)),
    issue.group === 'asb' ? { text: 'not crime' } : figureCell(issue.share, (value) => number(value, 1)),
    rateCell(issue),
    figureCell(issue.position, (value) => number(value)),
    ...changeCells(issue.subject, issue.previous),
    ...(hasBaseline(assessment) ? changeCells(issue.subject, issue.baseline) : []),
  ]
}

/** Which months a change is for, where they are not the whole year's. */
const alikeNote = (assessment: Assessment) => {
  const { previous, baseline } = assessment.total
  return [previous, ...(hasBaseline(assessment) ? [baseline] : [])]
    .flatMap(({ likeForLike }) => (likeForLike ? [likeForLike] : []))
    .map(
      ({ period, base }) =>
        `Changes on ${base.to.slice(0, 4)} are for ${periodInWords(period)} against ${periodInWords(base)}, the months that both years have.`,
    )
    .join(' ')
}

/** What a column of changes is set against: `on year to Sep 2019`, or the like months. */
const headOf = ({ likeForLike, against }: Comparison) =>
  likeForLike ? `on like months of ${likeForLike.base.to.slice(0, 4)}` : `on year to ${monthShort(against.to)}`

/** The months up to the year's end as a small line, with its ends said in words. */
function sparkCell({ periods }: Assessment, { series }: Issue): TableCell {
  const first = addMonths(periods.current.to, 1 - SPARK_MONTHS)
  const counts = series.filter(({ month }) => month >= first && month <= periods.current.to).map(({ count }) => count)
  const known = counts.filter((count) => count !== null)
  const words =
    known.length === 0 ? 'no months held' : `${number(Math.min(...known))} to ${number(Math.max(...known))} a month`
  // trusted: made here of numbers alone
  return { html: `${sparkline(counts)}<span class="govuk-visually-hidden">${words}</span>` }
}

const NONE = 'cannot be ascertained'
/** A number that opens. Where there is none, the link says so. */
export const figureCell = ({ id, result }: Issue['volume'], written: (value: number) => string): TableCell => ({
  ...(result.value === null ? { text: NONE, isWords: true } : { text: written(result.value) }),
  href: `/figures/${id}`,
})

const rateCell = ({ rate }: Issue): TableCell =>
  figureCell(
    rate,
    (value) => `${number(value, 1)}${rate.result.interval ? ` (${interval(rate.result.interval, 1)})` : ''}`,
  )

/** The recorded change, then the verdict in word and shape. */
function changeCells(subject: string, comparison: Comparison): TableCell[] {
  const change = changeIn(comparison)
  const verdict = { verdict: verdictView(change.result.verdict ?? NONE, polarityOf(subject)) }
  if (change.result.value !== null) return [figureCell(change, signedPercent), verdict]
  return [{ text: 'none' }, { ...verdict, href: `/figures/${change.id}` }]
}
