import { requireObject } from '../../check-inputs.ts'
import { type LaneyChart, type LaneyOptions, laneyChart } from './attribute-chart.ts'
import { sharesInput } from './rates-input.ts'

/**
 * Is a month's share outside what this series usually does? Laney's p′ chart: a p chart whose limits are widened by how
 * much neighbouring months truly differ.
 *
 * With σz near 1 it is the plain p chart. Missing months give no moving range.
 *
 * @formula z(i) = (p(i) − p̄) / √(p̄(1 − p̄) / total(i)); σz = mean |z(i) − z(i−1)| / 1.128;
 *   limits = p̄ ± 3 σz √(p̄(1 − p̄) / total(i))
 * @use for shares of large totals, such as the share of crimes detected
 * @avoid on seasons that have not been taken out; with fewer than about 12 months σz is rough
 * @param counts how many of each month's total; null where a month is missing
 * @param totals each month's total, above 0
 * @param options baseline; constants `rounded` (1.128) or `exact` (2/√π)
 * @returns shares, centre, σz, limits for each month, and the months outside
 * @throws RangeError if a count is not whole, below 0 or above its total, there is not one total for every month, or the
 *   baseline has no two neighbouring months
 * @see Laney DB (2002). Improved control charts for attributes. Quality Engineering 14: 531–537. doi:10.1081/QEN-120003555
 * @example laneyPChart([20, 30, 55, 26], [200, 220, 210, 190]).sigmaZ // 3.324
 * @example laneyPChart([20, 30, 55, 26], [200, 220, 210, 190]).outside // []
 */
export function laneyPChart(
  counts: ArrayLike<number | null>,
  totals: ArrayLike<number>,
  options: LaneyOptions = {},
): LaneyChart {
  requireObject(options, 'options', '{ baseline: 24 }')
  return laneyChart(sharesInput(counts, totals, options.baseline), options.constants)
}
