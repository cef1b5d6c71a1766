import type { Drawing, DrawingTable, DrawingWords } from './drawing.ts'

/** A drawing set twice, for a phone and for a page; the page's CSS shows the one that fits (`_drawing.scss`). */
export interface PageDrawing {
  html: string
  /** the wide one, for download */
  svg: string
  description: string
  table: DrawingTable
}

const PHONE = 360
const PAGE = 720

/**
 * The same drawing at 360 and at the page's width, so that type is never scaled below what can be read. Their ids begin
 * `<id>-narrow` and `<id>-wide`; the one not shown is `display: none`, so a screen reader meets the drawing once.
 *
 * @param pageWidth pixels of the column it stands in; 720 when left out
 */
export function drawBothWidths<T extends DrawingWords>(
  draw: (input: T) => Drawing,
  input: T,
  pageWidth = PAGE,
): PageDrawing {
  const narrow = draw({ ...input, id: `${input.id}-narrow`, width: PHONE })
  const wide = draw({ ...input, id: `${input.id}-wide`, width: pageWidth })
  return {
    html: `<div class="drawing-narrow">${narrow.svg}</div><div class="drawing-wide">${wide.svg}</div>`,
    svg: wide.svg,
    description: wide.description,
    table: wide.table,
  }
}
