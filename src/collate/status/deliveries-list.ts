import type { TableView } from '../../platform/design-system/table/table.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import type { Catalogue, Delivery } from '../../platform/evidence/catalogue.ts'
import { dateInWords } from '../../vocabulary/period/words.ts'
import { sum } from '../import/report.ts'

const A_PAGE = 20

/** The deliveries, newest first, twenty a page; a page past the end is the last. */
export function deliveriesList({ deliveries }: Catalogue, used: Set<string>, wanted: number) {
  const newest = [...deliveries].sort((a, b) =>
    a.receivedAt === b.receivedAt ? (a.name < b.name ? 1 : -1) : a.receivedAt < b.receivedAt ? 1 : -1,
  )
  const last = Math.max(1, Math.ceil(newest.length / A_PAGE))
  const page = Math.min(Math.max(1, wanted), last)
  const start = (page - 1) * A_PAGE
  const shown = newest.slice(start, start + A_PAGE)
  return {
    heading:
      last === 1
        ? number(newest.length)
        : `${number(start + 1)} to ${number(start + shown.length)} of ${number(newest.length)}`,
    table: tableOf(shown, used),
    pages: last === 1 ? null : pagination(page, last),
  }
}

const hrefOf = (page: number) => `/collate?page=${page}#deliveries`

const pagination = (page: number, last: number) => ({
  ...(page > 1 && { previous: { href: hrefOf(page - 1) } }),
  ...(page < last && { next: { href: hrefOf(page + 1) } }),
  items: Array.from({ length: last }, (_, i) => i + 1)
    .filter((n) => n === 1 || n === last || Math.abs(n - page) <= 1)
    .flatMap((n, i, kept) => [
      ...(i > 0 && n - kept[i - 1]! > 1 ? [{ ellipsis: true }] : []),
      { number: n, href: hrefOf(n), current: n === page },
    ]),
})

const tableOf = (deliveries: Delivery[], used: Set<string>): TableView => ({
  caption: 'Deliveries',
  captionHidden: true,
  columns: [
    { text: 'File' },
    { text: 'From' },
    { text: 'Received' },
    { text: 'Rows', numeric: true },
    { text: 'Rejected', numeric: true },
    { text: 'In use' },
  ],
  rows: deliveries.map((delivery) => ({
    cells: [
      { text: delivery.name, href: `/collate/deliveries/${delivery.id}` },
      { text: delivery.provider },
      { text: dateInWords(delivery.receivedAt) },
      { text: number(delivery.accepted) },
      { text: number(sum(Object.values(delivery.rejected))) },
      { text: used.has(delivery.id) ? 'yes' : 'no: a later one is held' },
    ],
  })),
})
