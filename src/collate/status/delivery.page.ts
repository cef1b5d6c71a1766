import type { TableView } from '../../platform/design-system/table/table.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import type { Catalogue, Delivery } from '../../platform/evidence/catalogue.ts'
import { forceBySlug } from '../../vocabulary/areas/index.ts'
import { dateInWords, monthInWords } from '../../vocabulary/period/words.ts'

/** One file from one partner: where it came from, what was kept and what was not. */
export function deliveryPage({ releases, current }: Catalogue, delivery: Delivery) {
  const inUse =
    releases.find(({ id }) => id === current)?.admissions.filter((one) => one.delivery === delivery.id) ?? []
  const months = inUse.reduce((total, one) => total + one.months.length, 0)
  return {
    pageTitle: `Delivery ${delivery.name}`,
    breadcrumbs: [
      { text: 'Home', href: '/' },
      { text: 'What is held', href: '/collate' },
    ],
    synthetic: delivery.synthetic,
    facts: [
      { key: 'Provider', value: delivery.provider },
      { key: 'Feed', value: `${delivery.feed}, ${delivery.kind}` },
      { key: 'Received', value: dateInWords(delivery.receivedAt) },
      { key: 'As at', value: delivery.asAt.length === 7 ? monthInWords(delivery.asAt) : dateInWords(delivery.asAt) },
      {
        key: 'In use',
        value: inUseInWords(months, delivery.holds.length),
      },
      { key: 'Rows read', value: number(delivery.read) },
      { key: 'Rows accepted', value: number(delivery.accepted) },
      { key: 'Columns left out', value: delivery.droppedColumns.join(', ') || 'none' },
      { key: 'Repeated Crime IDs', value: number(delivery.repeatedCrimeIds) },
      { key: 'Licence', value: delivery.licence },
      { key: 'Audience', value: delivery.audience },
      { key: 'Smallest area it may be shown for', value: delivery.smallestGeography },
      { key: 'Size', value: `${number(delivery.bytes)} bytes` },
      { key: 'SHA-256 of its bytes', value: delivery.id },
    ],
    months: monthsTable(delivery),
    rejected: Object.entries(delivery.rejected).map(([reason, count]) => `${reason}: ${number(count)}`),
  }
}

const inUseInWords = (used: number, held: number) => {
  if (used === 0) return 'no: later deliveries hold its months'
  if (used === held) return held === 1 ? 'yes' : `yes, all ${held} months`
  return `${used} of its ${held} months`
}

const monthsTable = ({ holds }: Delivery): TableView => ({
  caption: 'What it holds',
  columns: [
    { text: 'Month' },
    { text: 'Publisher' },
    { text: 'Rows', numeric: true },
    { text: 'Anti-social behaviour', numeric: true },
    { text: 'Without an LSOA', numeric: true },
  ],
  rows: holds.map(({ publisher, month, rows, asb, withoutLsoa }) => ({
    cells: [
      { text: monthInWords(month) },
      { text: forceBySlug(publisher)?.publisher ?? publisher },
      { text: number(rows) },
      { text: number(asb) },
      { text: number(withoutLsoa) },
    ],
  })),
})
