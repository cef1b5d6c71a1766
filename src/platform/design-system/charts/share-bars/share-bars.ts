import * as Plot from '@observablehq/plot'
import { scaleLinear } from 'd3-scale'
import type { Drawing } from '../drawing.ts'
import { finish } from '../frame/finish.ts'
import { plotMarkup } from '../frame/plot-markup.ts'
import { layoutWidth, sizesFor } from '../frame/sizes.ts'
import { isDrawable, numberText } from '../numbers.ts'
import { ACCENT, AXIS, OTHER } from '../palette.ts'
import { planRows, type RowText } from '../rows/plan-rows.ts'
import { byVolume, type IssueVolume, type IssueVolumes } from './issue-volumes.ts'
import { countText, describeShares, sharesTable, volumeText } from './share-words.ts'

/**
 * Issues by volume with counts and shares of crime printed. Anti-social behaviour is not crime: it stands in a panel of
 * its own, on the same scale of counts and without a share.
 *
 * @throws RangeError if the id cannot be an id prefix
 */
export function shareBars(volumes: IssueVolumes): Drawing {
  const width = layoutWidth(volumes.width)
  const sizes = sizesFor(width)
  const { rows, issues } = panels(volumes)
  const plan = planRows(rows, 0, width, sizes)
  const start = sizes.narrow ? 1 : plan.left
  const most = Math.max(1, ...issues.map(({ count }) => (isDrawable(count) ? count : 0)))
  const scale = scaleLinear([0, most], [start, plan.right])
  const half = sizes.narrow ? 7 : 10
  const rule = sizes.narrow ? 10 : 15
  const accented = issues.some(({ emphasised }) => emphasised)
  const bars = issues.flatMap((issue, i) => {
    const isAsb = issue === volumes.antisocialBehaviour
    const fill = isAsb || (accented && !issue.emphasised) ? OTHER : ACCENT
    return isDrawable(issue.count) ? [{ x2: scale(issue.count), y: plan.middles[i]!, fill }] : []
  })
  const marks = plotMarkup({
    width,
    height: plan.bottom,
    x: { type: 'identity' },
    y: { type: 'identity' },
    color: { type: 'identity' },
    marks: [
      Plot.rect(bars, {
        x1: () => start,
        x2: 'x2',
        y1: ({ y }) => y - half,
        y2: ({ y }) => y + half,
        fill: 'fill',
      }),
      Plot.ruleX(
        plan.middles.filter((_, i) => !rows[i]!.bare),
        {
          x: () => start,
          y1: (y) => y - rule,
          y2: (y) => y + rule,
          stroke: AXIS,
        },
      ),
    ],
  })
  const description = describeShares(volumes)
  return finish(volumes, { description, markup: marks + plan.markup, height: plan.bottom }, sharesTable(volumes))
}

/** Rows of both panels in drawing order; only crime has shares. */
function panels({ crimes, crimeTotal, antisocialBehaviour: asb }: IssueVolumes) {
  const ordered = byVolume(crimes)
  const row = (issue: IssueVolume, value: string, heading?: string): RowText => ({
    label: issue.label,
    value,
    emphasised: issue.emphasised ?? false,
    bare: !isDrawable(issue.count),
    heading,
  })
  const total = isDrawable(crimeTotal) ? `All crime: ${numberText(crimeTotal)}, and each type’s share of it` : 'Crime'
  const rows = ordered.map((issue, i) => row(issue, volumeText(issue, crimeTotal), i === 0 ? total : undefined))
  if (asb) rows.push(row(asb, countText(asb), 'Incidents counted apart: not part of crime'))
  return { rows, issues: asb ? [...ordered, asb] : ordered }
}
