/** Masses that differ by less than this share count as equal, as in R: rounding must not decide. */
export const UNLIKELY = 1 + 1e-7

/** The first whole number from `start` up at which `unlikely` holds; it holds for all beyond. `end` where none up to it is. */
export function firstBelow(unlikely: (k: number) => boolean, start: number, end: number): number {
  if (unlikely(start)) return start
  let [low, step] = [start, 1]
  while (low + step < end && !unlikely(low + step)) {
    low += step
    step *= 2
  }
  let high = Math.min(low + step, end)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (middle <= low || middle >= high) break // beyond 2^53 there is no whole number between
    if (unlikely(middle)) high = middle
    else low = middle
  }
  return high
}

/** The last whole number from `start` down to 0 at which `unlikely` holds; −1 where none is. */
export const lastBelow = (unlikely: (k: number) => boolean, start: number) =>
  start - firstBelow((gap) => unlikely(start - gap), 0, start + 1)
