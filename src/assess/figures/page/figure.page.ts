import type { Delivery, Release } from '../../../collate/index.ts'
import { type FigureView, figureView } from '../../../platform/design-system/figure/figure-view.ts'
import type { TableView } from '../../../platform/design-system/table/table.ts'
import { number } from '../../../platform/design-system/words/numbers.ts'
import { areaTableHash, type District } from '../../../vocabulary/areas/index.ts'
import { canonicalJson, type Figure } from '../../../vocabulary/figure.ts'
import { monthsOf, type Period } from '../../../vocabulary/period/month.ts'
import { dateInWords, monthInWords, periodInWords } from '../../../vocabulary/period/words.ts'
import { assessmentHref } from '../../strategic-assessment/assessment-request.ts'
import { againstInWords, countedInWords, polarityOf } from '../../strategic-assessment/words.ts'
import type { FigureContext } from '../context.ts'
import { ALL_CRIME } from '../count-table.ts'
import { MEASURES } from '../measures.ts'
import { subjectInWords, subjectTitle } from '../subject.ts'

interface Made {
  figure: Figure
  context: FigureContext
  district: District
  deliveries: Delivery[]
  release: Release
  isCurrent: boolean
}

/** How a figure was made, down to the files it came from. */
export function figurePage({ figure, context, district, deliveries, release, isCurrent }: Made) {
  const { reference, result } = figure
  const measure = MEASURES[reference.measure]!
  const view = viewOf(figure, context, district)
  return {
    pageTitle: `${measure.name}: ${subjectInWords(reference.subject)} in ${district.name}, ${periodInWords(reference.period)}`,
    breadcrumbs: [
      { text: 'Home', href: '/' },
      {
        text: `Strategic assessment of ${district.name}`,
        href: assessmentHref({ area: district.code, 'year-ending': reference.period.to }),
      },
    ],
    figure: { ...view, caveats: [] },
    synthetic: result.synthetic,
    facts: [
      { key: 'What it is', value: measure.definition },
      { key: 'Counted', value: subjectTitle(reference.subject) },
      { key: 'Area', value: `${district.name} (${reference.area.code}, districts of ${reference.area.vintage})` },
      { key: 'Period', value: `${monthInWords(reference.period.from)} to ${monthInWords(reference.period.to)}` },
      ...(reference.comparison
        ? [
            {
              key: 'Compared with',
              value: `${monthInWords(reference.comparison.period.from)} to ${monthInWords(reference.comparison.period.to)}`,
            },
          ]
        : []),
      { key: 'Method', value: measure.method },
      { key: 'Formula', value: measure.formula },
      { key: 'Count it yourself', value: queryOf(reference, context), code: true },
      { key: 'Measure and version', value: reference.measure },
      ...(result.interval
        ? [{ key: 'Interval', value: `${number(result.interval.level * 100)} %, ${result.interval.method}` }]
        : []),
      ...(result.dispersion !== undefined ? [{ key: 'Dispersion φ', value: number(result.dispersion, 2) }] : []),
      ...standings(figure, context).map((value) => ({ key: 'How it stands to what was published', value })),
      {
        key: 'Evidence release',
        value: `${release.id}, made ${dateInWords(release.at)}${isCurrent ? ', the current one' : '; a newer release is current'}`,
      },
    ],
    caveats: [
      ...result.caveats,
      ...(release.tables.areas === areaTableHash
        ? []
        : ['The tables of areas and populations have changed since this release was made.']),
    ],
    months: monthsTable(figure, context, district),
    deliveries: deliveriesTable(deliveries),
    reference: canonicalJson(reference),
    json: `/figures/${figure.id}.json`,
    id: figure.id,
  }
}

/** How the counts behind a figure stand to what was published, where that is known. */
function standings({ reference, result }: Figure, context: FigureContext): string[] {
  if (!reference.comparison) return result.standing ? [result.standing] : []
  const { area, subject, source, period, comparison } = reference
  return [period, comparison.period].flatMap((of) => {
    const standing = context.standingOf({ measure: 'recorded-offences/1', area, subject, source, period: of })
    const count = context.table.total(area.code, subject, of)
    return standing && count !== null ? [`${number(count)} in the ${periodInWords(of)}: ${standing}`] : []
  })
}

/** The command that counts the same months from the same evidence. */
function queryOf({ area, subject, period, comparison }: Figure['reference'], { table }: FigureContext): string {
  const what = subject === ALL_CRIME ? 'group=crime' : `type=${subject}`
  const from = comparison && comparison.period.from < period.from ? comparison.period.from : period.from
  return `tapestry evidence count --by month --where district=${area.code} --where publisher=${table.publisher} --where "${what}" --from ${from} --to ${period.to}`
}

function viewOf(figure: Figure, context: FigureContext, district: District): FigureView {
  const { reference } = figure
  const { subject, period, comparison, measure } = reference
  const words = { where: district.name, when: periodInWords(period), polarity: polarityOf(subject) }
  if (comparison)
    return figureView(figure, {
      ...words,
      counts: `change in ${countedInWords(subject)} against ${againstInWords(period, comparison.period)}, from ${countOf(context, figure, comparison.period)} to ${countOf(context, figure, period)}`,
      writtenAs: 'change',
    })
  const counts = measure.startsWith('recorded')
    ? countedInWords(subject)
    : `${subjectInWords(subject)}, ${figure.result.unit}`
  return figureView(figure, {
    ...words,
    counts,
    ...(measure.startsWith('rate-position') && { writtenAs: 'count' as const }),
  })
}

function countOf({ table }: FigureContext, { reference: { area, subject } }: Figure, period: Period): string {
  const count = table.total(area.code, subject, period)
  return count === null ? 'no count' : number(count)
}

/** The monthly counts the figure adds up. */
function monthsTable(
  { reference: { area, subject, period, comparison } }: Figure,
  { table }: FigureContext,
  district: District,
): TableView {
  const cellOf = (month: string) => {
    const count = table.month(area.code, subject, month)
    return { text: count === null ? 'not delivered' : number(count) }
  }
  const later = monthsOf(period)
  const earlier = comparison ? monthsOf(comparison.period) : []
  return {
    caption: `The months it adds up: ${countedInWords(subject)}, ${district.name}`,
    columns: [
      { text: 'Month' },
      { text: 'Recorded', numeric: true },
      ...(comparison ? [{ text: 'Compared with' }, { text: 'Recorded then', numeric: true }] : []),
    ],
    rows: later.map((month, i) => ({
      cells: [
        { text: monthInWords(month) },
        cellOf(month),
        ...(comparison && earlier[i] ? [{ text: monthInWords(earlier[i]) }, cellOf(earlier[i])] : []),
      ],
    })),
  }
}

const deliveriesTable = (deliveries: Delivery[]): TableView => ({
  caption: `The ${deliveries.length === 1 ? 'delivery' : `${deliveries.length} deliveries`} it came from`,
  columns: [
    { text: 'File' },
    { text: 'As at' },
    { text: 'Rows accepted', numeric: true },
    { text: 'Rejected', numeric: true },
    { text: 'SHA-256 of its bytes' },
  ],
  rows: deliveries.map(({ id, name, asAt, accepted, rejected }) => ({
    cells: [
      { text: name, href: `/collate/deliveries/${id}` },
      { text: asAt.length === 7 ? monthInWords(asAt) : dateInWords(asAt) },
      { text: number(accepted) },
      { text: number(Object.values(rejected).reduce((a, b) => a + b, 0)) },
      { text: `${id.slice(0, 16)}…` },
    ],
  })),
})
