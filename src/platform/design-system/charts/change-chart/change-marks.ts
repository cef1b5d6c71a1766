import * as Plot from '@observablehq/plot'
import type { Verdict } from '../../../../vocabulary/figure.ts'
import { ACCENT, OTHER, PAPER } from '../palette.ts'

/** Where one issue's mark and whisker go, in pixels; a limit beyond the chart is `cut` and ends in an arrow. */
export interface ChangeMark {
  x: number
  y: number
  verdict: Verdict
  x1?: number
  x2?: number
  cutLeft: boolean
  cutRight: boolean
}

/** Shape says the verdict, in black and white too: up, down, a hollow ring, a cross. */
export function changeMarks(marks: ChangeMark[]): Plot.Markish[] {
  const place = { x: 'x', y: 'y' }
  const clear = ({ verdict }: ChangeMark) => verdict === 'rise' || verdict === 'fall'
  const only = (verdict: Verdict) => marks.filter((mark) => mark.verdict === verdict)
  const whiskers = (some: ChangeMark[], stroke: string) =>
    Plot.ruleY(some, { x1: 'x1', x2: 'x2', y: 'y', stroke, strokeWidth: 2 })
  const arrow = (some: ChangeMark[], x: 'x1' | 'x2', rotate: number) =>
    Plot.dot(some, { x, y: 'y', symbol: 'triangle', rotate, r: 4, fill: OTHER })
  return [
    whiskers(
      marks.filter((mark) => !clear(mark)),
      OTHER,
    ),
    whiskers(marks.filter(clear), ACCENT),
    arrow(
      marks.filter(({ cutRight }) => cutRight),
      'x2',
      90,
    ),
    arrow(
      marks.filter(({ cutLeft }) => cutLeft),
      'x1',
      -90,
    ),
    Plot.dot(only('rise'), { ...place, symbol: 'triangle', r: 6.5, fill: ACCENT }),
    Plot.dot(only('fall'), { ...place, symbol: 'triangle', rotate: 180, r: 6.5, fill: ACCENT }),
    Plot.dot(only('no clear change'), { ...place, r: 5, fill: PAPER, stroke: OTHER, strokeWidth: 2 }),
    Plot.dot(only('cannot be ascertained'), { ...place, symbol: 'times', r: 5, stroke: OTHER, strokeWidth: 2 }),
  ]
}
