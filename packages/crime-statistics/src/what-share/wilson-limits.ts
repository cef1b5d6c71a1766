import type { Interval } from '../interval.ts'

/**
 * Wilson's limits for checked numbers and z². Both are roots of one quadratic: its constant term over the larger root
 * keeps the digits of the smaller.
 */
export function wilsonLimits(part: number, whole: number, z2: number): Interval {
  const upper = wilsonUpperLimit(part, whole, z2)
  const lower = part === 0 ? 0 : ((part / whole) * part) / ((whole + z2) * upper)
  return { lower, upper: part === whole ? 1 : upper }
}

export const wilsonUpperLimit = (part: number, whole: number, z2: number) =>
  (part + z2 / 2 + Math.sqrt(z2 * (z2 / 4 + (part / whole) * (whole - part)))) / (whole + z2)
