import type { VerdictView } from '../figure/verdict.ts'

/** A cell: text, or a link, or markup made by us. */
export interface TableCell {
  text?: string
  href?: string
  /** trusted markup, such as a verdict tag: never what somebody typed */
  html?: string
  /** words where a number belongs: set smaller, and may be broken over lines */
  isWords?: boolean
  /** a verdict, drawn with its shape */
  verdict?: VerdictView
}

export interface TableColumn {
  text: string
  /** said to a screen reader after the head, where two heads are alike to the ear */
  hiddenText?: string
  /** in the head, so that cells hold numbers alone: `per 1,000 residents` */
  unit?: string
  numeric?: boolean
  href?: string
  sorted?: 'ascending' | 'descending'
}

export interface TableRow {
  cells: TableCell[]
  /** the area this page is about */
  current?: boolean
}

/** What `tapestryTable` draws. The first cell of each row is its head. */
export interface TableView {
  /** where sorting comes back to */
  id?: string
  caption: string
  captionHidden?: boolean
  columns: TableColumn[]
  rows: TableRow[]
  total?: TableRow
  /** needs more than the widest page: always scrolls in a region of its own. One of more than 8 columns does below 1280 px */
  wide?: boolean
  note?: string
  download?: { href: string; text?: string }
}
