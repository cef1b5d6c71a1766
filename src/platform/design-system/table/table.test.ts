import { expect, it } from 'vitest'
import { templates } from '../templates/environment.ts'
import type { TableView } from './table.ts'

const table: TableView = {
  caption: 'Rate by district',
  columns: [
    { text: 'District', href: '?sort=district&direction=ascending' },
    { text: 'Rate', unit: 'per 1,000', numeric: true, href: '?sort=rate&direction=ascending', sorted: 'descending' },
  ],
  rows: [
    { cells: [{ text: '<Gravesham>', href: '/assess/gravesham' }, { text: '27.1' }] },
    { cells: [{ text: 'Dartford' }, { text: '22.5' }], current: true },
  ],
  note: 'Months with no delivery are left out.',
}

const drawn = templates({ strict: true }).renderString(
  '{% from "platform/design-system/table/table.njk" import tapestryTable %}{{ tapestryTable(table) }}',
  { table },
)

it('scrolls in a named region that the keyboard reaches', () =>
  expect(drawn).toContain('tabindex="0" role="region" aria-label="Rate by district"'))

it('tells a screen reader which column it is sorted by, and heads each row', () => {
  expect(drawn).toContain('aria-sort="descending"')
  expect(drawn.match(/<th scope="row"/g)).toHaveLength(2)
})

it('escapes what it prints', () => expect(drawn).toContain('&lt;Gravesham&gt;'))

it('marks the area the page is about', () => expect(drawn.match(/tapestry-table__row--this/g)).toHaveLength(1))
