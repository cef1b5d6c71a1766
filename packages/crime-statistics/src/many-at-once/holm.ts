import { orderedPValues } from './check-p-values.ts'

/**
 * Which results of a list stand out, if not even one may be called wrongly? p-values adjusted by Holm: calling all
 * that are at or below 0.05 keeps the chance of even one false call at 5 %, however the comparisons are related. Suits
 * a few comparisons that each lead to a decision.
 *
 * @formula with p in rising order: adjusted pᵢ = max over j ≤ i of pⱼ·(n − j + 1), at most 1
 * @use for a few comparisons that each lead to a decision
 * @avoid for screening hundreds of places: it will call almost none; benjaminiHochberg
 *
 * @param p p-values in any order
 * @returns adjusted p-values in the same order, none above 1
 * @throws TypeError if p is not an array, RangeError if a value is not a probability
 * @see Holm S (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6: 65–70. JSTOR 4615733
 * @example holm([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.09, 0.09, 0.5]
 */
export function holm(p: ArrayLike<number>): number[] {
  const { values, ascending } = orderedPValues(p)
  const adjusted = new Array<number>(values.length)
  let most = 0
  for (const [rank, i] of ascending.entries()) {
    most = Math.max(most, Math.min(1, values[i]! * (values.length - rank)))
    adjusted[i] = most
  }
  return adjusted
}
