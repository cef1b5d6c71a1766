import { requireFinite, requireList } from '../check-inputs.ts'

/**
 * What is a figure worth, on a scale agreed and printed beforehand? The value at points that people have settled – 0
 * offences are worth 0, 500 are worth 60, 2,000 are worth 100 – and on straight lines between them. Beyond the first
 * and the last point the value stays what it is there.
 *
 * The scale does not depend on what is being compared: adding a candidate to a list moves no other's value, which
 * {@link minMaxValues} and its like cannot promise.
 *
 * @formula v(x) = vᵢ + (x − xᵢ)·(vᵢ₊₁ − vᵢ)/(xᵢ₊₁ − xᵢ) for xᵢ ≤ x ≤ xᵢ₊₁
 * @use to score a criterion for a ranking whose rules are fixed before the figures are seen
 * @avoid choosing the points after seeing which candidate they favour
 * @param figure the figure to be valued, in the unit of the points
 * @param points figure and value of each settled point, figures rising: two or more
 * @returns the value
 * @throws RangeError if there are fewer than two points, their figures do not rise, or a number is not finite
 * @see Belton V, Stewart TJ (2002). Multiple Criteria Decision Analysis: An Integrated Approach. Boston: Kluwer, chapter 5.
 * @example piecewiseLinearValue(250, [[0, 0], [500, 60], [2000, 100]]) // 30
 * @example piecewiseLinearValue(9000, [[0, 0], [500, 60], [2000, 100]]) // 100
 */
export function piecewiseLinearValue(
  figure: number,
  points: readonly (readonly [figure: number, value: number])[],
): number {
  requireFinite(figure, 'figure')
  requireList(points, 'points')
  if (points.length < 2) throw new RangeError(`points has ${points.length}: give two or more, figures rising.`)
  for (const [i, point] of points.entries()) {
    requireList(point, `points[${i}]`)
    const [x, value] = point
    requireFinite(x, `points[${i}][0]`)
    requireFinite(value, `points[${i}][1]`)
    if (i > 0 && x <= points[i - 1]![0])
      throw new RangeError(`points[${i}][0] is ${x} after ${points[i - 1]![0]}: give figures that rise.`)
  }
  const next = points.findIndex(([x]) => x >= figure)
  if (next === 0) return points[0]![1]
  if (next < 0) return points.at(-1)![1]
  const [x0, v0] = points[next - 1]!
  const [x1, v1] = points[next]!
  const part = (figure - x0) / (x1 - x0)
  return v0 * (1 - part) + v1 * part
}
