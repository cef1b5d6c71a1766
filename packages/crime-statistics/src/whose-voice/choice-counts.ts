import { wholeCounts } from '../check-inputs.ts'

/** How often each answer was chosen, checked: two or more answers, and somebody who chose one. */
export function choiceCounts(counts: ArrayLike<number>): { x: Float64Array<ArrayBuffer>; n: number } {
  const x = wholeCounts(counts, 'counts')
  if (x.length < 2) throw new RangeError(`counts has ${x.length} answers: give how often each of 2 or more was chosen.`)
  const n = x.reduce((sum, count) => sum + count, 0)
  if (n === 0) throw new RangeError('counts are all 0: nobody has answered.')
  if (!Number.isSafeInteger(n)) throw new RangeError('counts add up to more than 2^53 − 1: give smaller ones.')
  return { x, n }
}
