/** A cell: text, or a link, or markup made by us. */
export interface TableCell {
  text?: string
  href?: string
  /** trusted markup, such as a verdict tag: never what somebody typed */
  html?: string
}

export interface TableColumn {
  text: string
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
  caption: string
  captionHidden?: boolean
  columns: TableColumn[]
  rows: TableRow[]
  total?: TableRow
  /** needs more than the page's width: scrolls in a region of its own. So does any table of more than 8 columns */
  wide?: boolean
  note?: string
  download?: { href: string; text?: string }
}
