import { scaleLinear } from 'd3-scale'
import type { Drawing } from '../drawing.ts'
import { finish } from '../frame/finish.ts'
import { plotMarkup } from '../frame/plot-markup.ts'
import { layoutWidth, sizesFor } from '../frame/sizes.ts'
import { intervalOf } from '../interval-chart/area-rates.ts'
import { isDrawable, percentText } from '../numbers.ts'
import { lineLabel } from '../rows/line-label.ts'
import { planRows } from '../rows/plan-rows.ts'
import { valueAxis } from '../rows/value-axis.ts'
import { type ChangeMark, changeMarks } from './change-marks.ts'
import { changeExtent } from './change-scale.ts'
import { changeRow, changesTable, describeChanges } from './change-words.ts'
import { byChange, type IssueChanges } from './issue-changes.ts'

/**
 * Recorded change of each issue with its interval against a line of no change. The verdict is said by shape and by word;
 * whether a rise is bad is not this chart's to say, so colour only tells clear from unclear.
 *
 * @throws RangeError if the id cannot be an id prefix
 */
export function changeChart(changes: IssueChanges): Drawing {
  const width = layoutWidth(changes.width)
  const sizes = sizesFor(width)
  const issues = byChange(changes.issues)
  const top = sizes.label + 14
  const plan = planRows(issues.map(changeRow), top, width, sizes)
  const extent = changeExtent(issues)
  const scale = scaleLinear(extent, [plan.left + 8, plan.right - 8])
  const axis = valueAxis({
    ticks: (about) => scale.ticks(about),
    text: (value) => percentText(value, Number.isInteger(value) ? 0 : 1, true),
    place: scale,
    bands: plan.bands,
    bottom: plan.bottom,
    width,
    size: sizes.tick,
  })
  const marks = issues.flatMap((issue, i): ChangeMark[] => {
    if (!isDrawable(issue.change)) return []
    const interval = intervalOf(issue)
    const limit = (value: number) => scale(Math.min(Math.max(value, extent[0]), extent[1]))
    return [
      {
        x: scale(issue.change),
        y: plan.middles[i]!,
        verdict: issue.verdict,
        x1: interval && limit(interval.lower),
        x2: interval && limit(interval.upper),
        cutLeft: interval !== undefined && interval.lower < extent[0],
        cutRight: interval !== undefined && interval.upper > extent[1],
      },
    ]
  })
  const markup = plotMarkup({
    width,
    height: plan.bottom,
    x: { type: 'identity' },
    y: { type: 'identity' },
    marks: changeMarks(marks),
  })
  const zero = lineLabel({
    text: 'No change',
    x: scale(0),
    top,
    bands: plan.bands,
    width,
    size: sizes.label,
    dashed: false,
  })
  const cut = marks.some(({ cutLeft, cutRight }) => cutLeft || cutRight)
  const cutNote = cut ? ['An arrow: the interval runs on beyond the chart; the table has its end.'] : []
  const description = describeChanges(changes)
  return finish(
    { ...changes, notes: [...(changes.notes ?? []), ...cutNote] },
    { description, markup: axis.under + zero + markup + plan.markup + axis.over, height: axis.bottom },
    changesTable(changes),
  )
}
