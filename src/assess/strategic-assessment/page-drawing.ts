import type { PageDrawing } from '../../platform/design-system/charts/index.ts'
import type { TableView } from '../../platform/design-system/table/table.ts'
import { type AssessmentQuery, assessmentHref } from './assessment-request.ts'

/** A drawing as the `tapestryChart` partial takes it: its title and source are in the picture, its table is not. */
export const chartView = ({ html, description, table }: PageDrawing) => ({
  svg: html,
  description,
  table: {
    caption: table.caption,
    columns: table.head.map(({ text, numeric }) => ({ text, ...(numeric && { numeric }) })),
    rows: table.rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
  } satisfies TableView,
})

/** The same, with the address where the drawing alone can be had: see `chart-files.ts`. */
export const chartsOf = (query: AssessmentQuery) => (drawing: PageDrawing, name: string) => ({
  ...chartView(drawing),
  download: assessmentHref({ ...query, sort: undefined, direction: undefined }, `charts/${name}.svg`),
})
