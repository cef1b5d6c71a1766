import { finiteNumbers, requireWholeFrom } from '../../check-inputs.ts'

/**
 * Which cells score highest? The top n, the highest first; of equal scores the cell counted first comes first.
 *
 * Scores that should be equal may differ in their last digits by rounding, and then rounding decides. With `decimals`
 * scores are compared as rounded to so many decimal places.
 *
 * @formula order by score from high to low, then by place from low to high; the first n
 * @use to name the cells that patrols or a partnership's work go to
 * @avoid without the tie rule in print when many cells have the same count at the cut
 * @param scores one score for each place, such as counts, z of Gi* or a density
 * @param n places wanted
 * @param decimals decimal places that scores are compared to; all digits when left out
 * @returns n places counted from 0, the highest score first
 * @throws TypeError if scores is not an array of numbers; RangeError if a score is not finite, n is not 1 to the number of
 *   scores or decimals is not 0 to 20
 * @example topPlaces([3, 9, 9, 1, 4], 3) // [1, 2, 4]
 * @example topPlaces([0.31, 0.29, 0.34], 2, 1) // [0, 1]
 */
export function topPlaces(scores: ArrayLike<number>, n: number, decimals?: number): number[] {
  const compared = finiteNumbers(scores, 'scores')
  requireWholeFrom(n, 'n', 1, compared.length)
  if (decimals !== undefined) {
    requireWholeFrom(decimals, 'decimals', 0, 20)
    for (let i = 0; i < compared.length; i++) compared[i] = rounded(compared[i]!, decimals)
  }
  const order = Array.from(compared.keys()).sort((a, b) => compared[b]! - compared[a]! || a - b)
  return order.slice(0, n)
}

function rounded(value: number, decimals: number): number {
  const shifted = value * 10 ** decimals
  return Number.isFinite(shifted) ? Math.round(shifted) / 10 ** decimals : value
}
