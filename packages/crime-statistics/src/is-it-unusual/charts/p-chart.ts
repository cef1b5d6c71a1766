import { requireObject } from '../../check-inputs.ts'
import { type AttributeChart, type AttributeOptions, attributeChart } from './attribute-chart.ts'
import { sharesInput } from './rates-input.ts'

/**
 * Is a month's share outside what chance alone would give? Limits of a p chart: detected crimes of all, repeat victims
 * of all, with limits that widen where the whole was smaller.
 *
 * Shares of large totals vary more than chance from month to month and then flag nearly every one; {@link laneyPChart}
 * widens the limits to suit.
 *
 * @formula p(i) = count(i) / total(i); p̄ = Σ count / Σ total; limits = p̄ ± 3√(p̄(1 − p̄) / total(i))
 * @use for shares of totals up to a few hundred
 * @avoid where shares vary more than chance: {@link laneyPChart}; for counts over an exposure: {@link uChart}
 * @param counts how many of each month's total; null where a month is missing
 * @param totals each month's total, above 0
 * @param options baseline
 * @returns shares, centre, limits for each month, and the months outside
 * @throws RangeError if a count is not whole, below 0 or above its total, or there is not one total for every month
 * @see Montgomery DC (2013). Introduction to Statistical Quality Control, 7th edition. Hoboken: Wiley, section 7.2.
 * @example pChart([20, 30, 55, 26], [200, 220, 210, 190]).centre // 0.16
 * @example pChart([20, 30, 55, 26], [200, 220, 210, 190]).outside // [2]
 */
export function pChart(
  counts: ArrayLike<number | null>,
  totals: ArrayLike<number>,
  options: AttributeOptions = {},
): AttributeChart {
  requireObject(options, 'options', '{ baseline: 24 }')
  return attributeChart(sharesInput(counts, totals, options.baseline))
}
