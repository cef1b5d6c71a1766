import type * as Plot from '@observablehq/plot'
import { frame } from '../../../src/platform/design-system/charts/frame/frame.ts'
import { plotMarkup } from '../../../src/platform/design-system/charts/frame/plot-markup.ts'

export interface Words {
  /** where the data are from; invented when left out */
  source?: string
  /** the finding, in a line */
  title: string
  /** measure and unit, or how to read it */
  subtitle: string
  /** what a reader who cannot see it needs to know */
  description: string
}

/** Narrow enough that words of 13 pixels can still be read where a phone shrinks the drawing to its width. */
const WIDTH = 480

/** A drawing of the reference in the house frame, as an SVG file that reads alone. Its data are invented. */
export function drawing(words: Words, { height = 280, x, y, ...options }: Plot.PlotOptions): string {
  const markup = plotMarkup({
    width: WIDTH,
    height,
    marginLeft: 56,
    marginTop: 28,
    marginBottom: 40,
    x: { axis: 'bottom', ...x },
    y: { axis: 'left', ...y },
    ...options,
  })
  return frame(
    { id: 'reference', source: 'Invented data; drawn by the function this page explains.', width: WIDTH, ...words },
    // Plot centres text by an attribute of its own svg, which the frame replaces
    { description: words.description, markup: `<g text-anchor="middle" font-size="13">${markup}</g>`, height },
  )
}
