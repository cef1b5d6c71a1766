import { requireCount } from '../check-inputs.ts'

/** A share needs something to be a share of. */
export function requireShare(part: number, whole: number): void {
  requireCount(part, 'part')
  requireCount(whole, 'whole')
  if (whole === 0) throw new RangeError('whole is 0: there is nothing to take a share of; say that nobody answered.')
  if (part > whole) throw new RangeError(`part is ${part} and whole is ${whole}: the part cannot be above the whole.`)
}
