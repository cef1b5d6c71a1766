import { requireObject, requireSameLength, squarableNumbers } from '../../check-inputs.ts'

export interface SeriesParts {
  season: ArrayLike<number>
  trend: ArrayLike<number>
  remainder: ArrayLike<number>
}

export interface SeriesStrengths {
  /** 0 none to 1 all; null where trend and remainder together do not vary */
  trend: number | null
  /** 0 none to 1 all; null where season and remainder together do not vary */
  season: number | null
}

/** What a part varies by, beside the largest value, where only rounding makes it vary. */
const ROUNDING = 1e-12

/**
 * How strong are trend and season in a series? The share of the variance that each takes away once the other is gone:
 * near 0 the months scatter as they did before, near 1 nearly nothing is left over.
 *
 * @formula trend = max(0, 1 − var(remainder) / var(trend + remainder));
 *   season = max(0, 1 − var(remainder) / var(season + remainder))
 * @use to tell which of many series have a season worth adjusting for, or a trend worth a chart.
 * @avoid as a test: short series of pure chance have a season strength of 0.3 or so, because a season is fitted to them.
 *
 * @param parts season, trend and remainder as {@link stlDecomposition} returns them
 * @returns both strengths; null, not 0, where nothing varies
 * @throws TypeError if a part is not an array of numbers; RangeError if their lengths differ
 * @see Wang X, Smith K, Hyndman RJ (2006). Characteristic-based clustering for time series data. Data Mining and Knowledge Discovery 13: 335–364. doi:10.1007/s10618-005-0039-x
 * @example seriesStrengths({ trend: [1, 2, 3, 4], season: [0, 0, 0, 0], remainder: [0, 1, -1, 0] }) // { trend: 0.6, season: 0 }
 */
export function seriesStrengths(parts: SeriesParts): SeriesStrengths {
  requireObject(parts, 'parts', '{ season: [0], trend: [4], remainder: [1] }')
  const { season, trend, remainder } = parts
  const lists = { season: squarableNumbers(season, 'season'), trend: squarableNumbers(trend, 'trend') }
  const rest = squarableNumbers(remainder, 'remainder')
  const largest = [lists.season, lists.trend, rest].flatMap((part) => Array.from(part)).reduce(furthest, 0)
  const left = variance(rest)
  const strength = (name: keyof typeof lists) => {
    requireSameLength(lists[name].length, name, rest.length, 'remainder')
    const whole = variance(lists[name].map((value, i) => value + rest[i]!))
    return whole > (ROUNDING * largest) ** 2 ? Math.max(0, 1 - left / whole) : null
  }
  return { trend: strength('trend'), season: strength('season') }
}

const furthest = (largest: number, value: number) => Math.max(largest, Math.abs(value))

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
}
