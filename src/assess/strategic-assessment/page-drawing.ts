import type { PageDrawing } from '../../platform/design-system/charts/index.ts'
import type { TableView } from '../../platform/design-system/table/table.ts'

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
