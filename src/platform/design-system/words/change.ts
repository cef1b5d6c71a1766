import { roundHalfAwayFromZero } from 'crime-statistics'
import { number, signedPercent } from './numbers.ts'

/**
 * The recorded change as a fact: `291 fewer than the year before, −10.2 %`.
 * @param now the later count
 * @param before the earlier count; from none, no percentage can be given, and the words say so
 * @param against what it is set against: `the year before`, `2019`
 */
export function recordedChange(now: number, before: number, against: string): string {
  const difference = now - before
  if (difference === 0) return `the same as ${against}`
  const words = `${number(Math.abs(difference))} ${difference < 0 ? 'fewer' : 'more'} than ${against}`
  if (before === 0) return `${words}, when there were none`
  return `${words}, ${signedPercent((100 * difference) / before)}`
}

/** One end of an interval for a change in per cent: `23.8 % fewer`, `5.9 % more`, `no change`. */
const side = (limit: number) => {
  const rounded = roundHalfAwayFromZero(limit, 1)
  return rounded === 0 ? 'no change' : `${number(Math.abs(limit), 1)} % ${rounded < 0 ? 'fewer' : 'more'}`
}

/** `between 23.8 % fewer and 5.9 % more`, from limits in per cent. */
export const changeInterval = ({ lower, upper }: { lower: number; upper: number }) =>
  `between ${side(lower)} and ${side(upper)}`

/** `−23.8 % to +5.9 %`, from limits in per cent. */
export const signedInterval = ({ lower, upper }: { lower: number; upper: number }) =>
  `${signedPercent(lower)} to ${signedPercent(upper)}`

/** `12.1 to 13.4`, in the figure's own unit. */
export const interval = ({ lower, upper }: { lower: number; upper: number }, places = 1) =>
  `${number(lower, places)} to ${number(upper, places)}`
