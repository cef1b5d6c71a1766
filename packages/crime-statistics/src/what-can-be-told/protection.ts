/**
 * The protection taken where none is given: ±2, and as much more as a higher threshold needs, so that no sum of hidden
 * counts that totals tell is itself a small count. Two hidden counts of a sum s may each be `least` to s − `least`, which
 * must be more than twice the protection: with a threshold of 10 and ±2 it would be told that 4 and 4 sum to 8.
 *
 * @param least the least that a hidden count may be: 1, or 0 where zeros are hidden too
 */
export const protectionFor = (threshold: number, least: 0 | 1) => Math.max(2, Math.ceil((threshold - 1) / 2) - least)
