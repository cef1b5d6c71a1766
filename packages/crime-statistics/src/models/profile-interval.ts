import type { Interval } from '../interval.ts'
import { type Design, fitCounts } from './fit-counts.ts'

/** The signed root of the rise in deviance against one effect, in which a profile is nearly straight. */
export interface Profile {
  estimate: number
  standardError: number
  /** below 0 for an effect below the estimate; NaN where the other effects cannot be fitted */
  root: (effect: number) => number
}

/** The profile of one effect of a Poisson model: for each value of it all other effects are refitted. */
export function profileOf(design: Design, counts: Float64Array, offset: Float64Array, column: number): Profile | null {
  const best = fitCounts(design, counts, { offset })
  if (!best) return null
  const estimate = best.coefficients[column]!
  const others = withoutColumn(design, column)
  return {
    estimate,
    standardError: Math.sqrt(best.covariance[column * design.columns + column]!),
    root: (effect) => {
      const shifted = offset.map((value, row) => value + effect * design.values[row * design.columns + column]!)
      const fit = fitCounts(others, counts, { offset: shifted })
      return fit ? Math.sign(effect - estimate) * Math.sqrt(Math.max(0, fit.deviance - best.deviance)) : Number.NaN
    },
  }
}

/**
 * Limits of an effect at which the root of its profile is −z and z. Null where a limit is not reached. (R's confint reads
 * them off a spline, straight between 33 points of it, and stops about 1e-6 from them.)
 */
export function profileInterval({ estimate, standardError, root }: Profile, z: number): Interval | null {
  const lower = reached(root, estimate, standardError, -z)
  const upper = reached(root, estimate, standardError, z)
  return lower === null || upper === null ? null : { lower, upper }
}

function withoutColumn({ rows, columns, values }: Design, column: number): Design {
  const rest = new Float64Array(rows * (columns - 1))
  for (let row = 0, k = 0; row < rows; row++)
    for (let i = 0; i < columns; i++) if (i !== column) rest[k++] = values[row * columns + i]!
  return { rows, columns: columns - 1, values: rest }
}

/** Secant steps from the estimate, where the root is 0, and from the Wald limit. */
function reached(root: (effect: number) => number, estimate: number, se: number, z: number): number | null {
  let [x0, y0] = [estimate, 0]
  let [x1, y1] = [estimate + z * se, root(estimate + z * se)]
  for (let i = 0; i < 60; i++) {
    if (!Number.isFinite(y1)) return null
    if (Math.abs(y1 - z) < 1e-9 || x1 === x0) return x1
    const next = x1 + ((z - y1) * (x1 - x0)) / (y1 - y0)
    ;[x0, y0] = [x1, y1]
    x1 = next
    y1 = root(x1)
  }
  return null
}
