/** A head cell of a chart's table, as the GOV.UK table component takes it. */
export interface TableHead {
  text: string
  /** numbers: right-aligned, tabular figures */
  numeric?: boolean
}

/** The same data as the drawing, for *View as table* and for CSV. Text is plain: the page escapes it. */
export interface DrawingTable {
  caption: string
  head: TableHead[]
  rows: string[][]
}

/** What every chart and map returns. The same input gives the same bytes: no clock, no randomness. */
export interface Drawing {
  /** a whole `<svg>`: no style attributes, style elements or scripts, so it needs nothing from the page's CSP */
  svg: string
  /** one paragraph that says what the drawing shows, in plain text */
  description: string
  table: DrawingTable
}

/** What every chart and map is told besides its data. */
export interface DrawingWords {
  /** prefix of every id inside the drawing: unique in the page, a letter first, then letters, digits and hyphens */
  id: string
  /** the finding: "Burglary has fallen since 2022" */
  title: string
  /** the measure and its unit: "Recorded offences a month, Dartford" */
  subtitle: string
  /** source and release, printed at the foot */
  source: string
  /** made from demonstration evidence: the foot says so */
  synthetic?: boolean
  /** further lines for the foot */
  notes?: string[]
  /** width in CSS pixels that the drawing is laid out for, 280 to 1600; 720 when left out. Draw at 360 for phones */
  width?: number
}
