import * as Plot from '@observablehq/plot'
import { changeInterval, roundHalfAwayFromZero } from '../../../packages/crime-statistics/src/index.ts'
import { ACCENT, OTHER } from '../../../src/platform/design-system/charts/palette.ts'
import { drawing } from './drawing.ts'

/** One change under five dispersions. */
export function plot() {
  const periods = { current: 2564, currentDays: 365, base: 2855, baseDays: 365 }
  const rows = [1, 2, 4, 5, 9.5].map((phi) => {
    const { lower, upper } = changeInterval(periods, phi).interval
    const [from, to] = [roundHalfAwayFromZero(lower, 1), roundHalfAwayFromZero(upper, 1)]
    return { phi: `φ = ${phi}`, lower: from, upper: to, verdict: to < 0 ? 'fall' : 'no clear change' }
  })
  return drawing(
    {
      title: 'The same fall of 10.2 % is clear or not by how much the months usually vary',
      subtitle:
        'Change from 2,855 to 2,564 incidents with its 95 % interval; φ is how many times as much as by chance the months vary',
      description: `Intervals of the change from 2,855 to 2,564 incidents under five dispersions: ${rows.map((row) => `${row.phi}, ${row.lower} to ${row.upper} per cent, ${row.verdict}`).join('; ')}.`,
    },
    {
      marginLeft: 70,
      marginRight: 120,
      x: { label: 'change in daily rate, per cent', domain: [-30, 10] },
      y: { label: null, domain: rows.map((row) => row.phi) },
      marks: [
        Plot.ruleX([0], { stroke: OTHER }),
        Plot.ruleY(rows, { x1: 'lower', x2: 'upper', y: 'phi', stroke: ACCENT, strokeWidth: 4 }),
        Plot.dot(rows, { x: -10.2, y: 'phi', fill: ACCENT, r: 5 }),
        Plot.text(rows, { x: 10, y: 'phi', text: 'verdict', textAnchor: 'start', dx: 8, fontWeight: 'bold' }),
      ],
    },
  )
}
