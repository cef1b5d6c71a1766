import { orderedPValues } from './check-p-values.ts'

/**
 * Which results of a long list stand out, if one in twenty of those called may be wrong? p-values adjusted by
 * Benjamini and Hochberg: calling all that are at or below 0.05 keeps the expected share of false calls among those
 * called at 5 %. Suits screening many series or places for a closer look; {@link holm} is stricter.
 *
 * @formula with p in rising order: adjusted pᵢ = min over j ≥ i of pⱼ·n/j, at most 1
 * @use to screen many series, places or types of crime for a closer look
 * @avoid where one false call would be costly: holm
 *
 * @param p p-values of independent or positively related comparisons, in any order
 * @returns adjusted p-values in the same order, none above 1
 * @throws TypeError if p is not an array, RangeError if a value is not a probability
 * @see Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate. JRSS B 57: 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.0533, 0.0533, 0.5]
 */
export function benjaminiHochberg(p: ArrayLike<number>): number[] {
  const { values, ascending } = orderedPValues(p)
  const adjusted = new Array<number>(values.length)
  let least = 1
  for (let rank = ascending.length; rank >= 1; rank--) {
    const i = ascending[rank - 1]!
    least = Math.min(least, values[i]! * (values.length / rank))
    adjusted[i] = least
  }
  return adjusted
}
