import { seededRandom } from '../../../packages/crime-statistics/src/index.ts'

/** Invented monthly counts: a season that peaks in July, a slow fall, chance, and a rise of two fifths from `riseAt` on. */
export function inventedMonths(
  months: number,
  { level = 120, swing = 0.25, riseAt = Infinity, seed = 5 } = {},
): number[] {
  const random = seededRandom(seed)
  return Array.from({ length: months }, (_, i) => {
    const season = 1 + swing * Math.cos((2 * Math.PI * (i - 9)) / 12)
    const mean = level * season * 0.96 ** (i / 12) * (i >= riseAt ? 1.4 : 1)
    const noise = random() + random() + random() + random() - 2 // near enough normal, variance 1/3
    return Math.max(0, Math.round(mean + noise * Math.sqrt(3 * 2 * mean)))
  })
}

/** First days of `months` months from October 2018, for the axis of time. */
export const monthDates = (months: number) =>
  Array.from({ length: months }, (_, i) => new Date(Date.UTC(2018, 9 + i, 1)))
