import { finiteNumbers } from '../check-inputs.ts'

/** Whether more of a criterion makes a candidate matter more (`max`) or less (`min`). */
export type CriterionDirection = 'max' | 'min'

/** Figures of one criterion, turned so that more always matters more. */
export function criterionFigures(figures: ArrayLike<number>, direction: CriterionDirection): Float64Array<ArrayBuffer> {
  const copy = finiteNumbers(figures, 'figures')
  if (direction !== 'max' && direction !== 'min')
    throw new RangeError(`direction is "${direction}": give "max" where more matters more, "min" where less does.`)
  if (direction === 'min') for (let i = 0; i < copy.length; i++) copy[i] = 0 - copy[i]!
  return copy
}
