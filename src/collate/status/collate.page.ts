import type { TableView } from '../../platform/design-system/table/table.ts'
import { number, percent } from '../../platform/design-system/words/numbers.ts'
import { type Catalogue, shortRelease } from '../../platform/evidence/catalogue.ts'
import { forceBySlug } from '../../vocabulary/areas/index.ts'
import { addMonths } from '../../vocabulary/period/month.ts'
import { dateInWords, monthInWords, monthsInWords } from '../../vocabulary/period/words.ts'
import { deliveriesList } from './deliveries-list.ts'
import { evidenceStatus, type PublisherStatus } from './evidence-status.ts'

/** What is held and how good it is: the page somebody opens before trusting a figure. */
export function collatePage(catalogue: Catalogue, page = 1) {
  const status = evidenceStatus(catalogue)
  return {
    pageTitle: 'What is held',
    breadcrumbs: [{ text: 'Home', href: '/' }],
    synthetic: catalogue.deliveries.some(({ synthetic }) => synthetic),
    release: status.release && {
      id: status.release.id,
      label: shortRelease(status.release.id),
      made: dateInWords(status.release.at),
    },
    publishers: status.publishers.map(publisherView),
    deliveries: deliveriesList(
      catalogue,
      new Set(status.deliveries.filter(({ used }) => used).map(({ id }) => id)),
      page,
    ),
    references: referencesTable(catalogue),
    releases: releasesTable(catalogue),
  }
}

const publisherName = (slug: string) => forceBySlug(slug)?.publisher ?? slug

function publisherView(publisher: PublisherStatus) {
  const { quality, missing, rows, withoutLsoa, rejected } = publisher
  return {
    title: `Street-level crime and anti-social behaviour, ${publisherName(publisher.publisher)}`,
    facts: [
      {
        key: 'Months',
        value: `${publisher.delivered.length}, ${monthInWords(publisher.from)} to ${monthInWords(publisher.to)}`,
      },
      { key: 'Missing', value: missing.length === 0 ? 'none in between' : monthsInWords(missing) },
      { key: 'Rows', value: number(rows) },
      {
        key: 'Without an LSOA',
        value: `${number(withoutLsoa)} (${percent((100 * withoutLsoa) / Math.max(1, rows))}): counted in the force’s total, in no district`,
      },
      { key: 'Rejected', value: number(rejected) },
      {
        key: 'Quality',
        value: `${quality.grade} (located ${percent(quality.located * 100)}, accepted ${percent(quality.accepted * 100)}, months complete ${percent(quality.complete * 100)}; the worst of the three decides)`,
      },
    ],
    calendar: calendarTable(publisher),
  }
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Trusted markup: one of three words. */
const stateCell = (state: 'held' | 'missing' | '–') =>
  state === '–' ? { text: state } : { html: `<span class="tapestry-month tapestry-month--${state}">${state}</span>` }

function calendarTable({ delivered, from, to, publisher }: PublisherStatus): TableView {
  const held = new Set(delivered)
  const first = Number(from.slice(0, 4))
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => `${first + i}`)
  const stateOf = (month: string) => (held.has(month) ? 'held' : month < from || month > to ? '–' : 'missing')
  return {
    caption: `Months held, ${publisherName(publisher)}`,
    columns: [{ text: 'Year' }, ...MONTHS.map((text) => ({ text }))],
    rows: years.map((year) => ({
      cells: [{ text: year }, ...MONTHS.map((_, i) => stateCell(stateOf(addMonths(`${year}-01`, i))))],
    })),
  }
}

const referencesTable = ({ references }: Catalogue): TableView => ({
  caption: 'Reference tables',
  captionHidden: true,
  columns: [{ text: 'Table' }, { text: 'Covers' }, { text: 'Rows', numeric: true }, { text: 'Received' }],
  rows: references.map(({ title, covers, rows, receivedAt }) => ({
    cells: [{ text: title }, { text: covers }, { text: number(rows) }, { text: dateInWords(receivedAt) }],
  })),
})

const releasesTable = ({ releases, current }: Catalogue): TableView => ({
  caption: 'Releases',
  captionHidden: true,
  columns: [{ text: 'Release' }, { text: 'Made' }, { text: 'Deliveries', numeric: true }, { text: 'Current' }],
  rows: [...releases].reverse().map(({ id, at, admissions }) => ({
    current: id === current,
    cells: [
      { text: shortRelease(id) },
      { text: dateInWords(at) },
      { text: number(admissions.length) },
      { text: id === current ? 'yes' : 'no' },
    ],
  })),
})
