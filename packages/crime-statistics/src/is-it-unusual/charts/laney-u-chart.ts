import { requireObject } from '../../check-inputs.ts'
import { type LaneyChart, type LaneyOptions, laneyChart } from './attribute-chart.ts'
import { ratesInput } from './rates-input.ts'

/**
 * Is a month's rate outside what this series usually does? Laney's u′ chart: a u chart whose limits are widened by how
 * much neighbouring months truly differ, so that counts which vary more than Poisson do not flag every other month.
 *
 * With σz near 1 it is the plain u chart; monthly recorded crime is often well above 1. Missing months give no moving
 * range.
 *
 * @formula z(i) = (u(i) − ū) / √(ū / exposure(i)); σz = mean |z(i) − z(i−1)| / 1.128;
 *   limits = ū ± 3 σz √(ū / exposure(i))
 * @use for monthly counts and rates of most recorded crime, with months of unlike length or a changing population
 * @avoid on seasons that have not been taken out; with fewer than about 12 months σz is rough
 * @param counts events by month; null where a month is missing
 * @param exposures days, thousands of residents or another exposure of each month, above 0
 * @param options baseline; constants `rounded` (1.128) or `exact` (2/√π)
 * @returns rates, centre, σz, limits for each month, and the months outside
 * @throws RangeError if a count is not whole or below 0, an exposure is not above 0, there is not one for every month,
 *   or the baseline has no two neighbouring months
 * @see Laney DB (2002). Improved control charts for attributes. Quality Engineering 14: 531–537. doi:10.1081/QEN-120003555
 * @example laneyUChart([62, 56, 31, 90], [31, 28, 31, 30]).sigmaZ // 3.478
 * @example laneyUChart([62, 56, 31, 90], [31, 28, 31, 30]).outside // []
 */
export function laneyUChart(
  counts: ArrayLike<number | null>,
  exposures: ArrayLike<number>,
  options: LaneyOptions = {},
): LaneyChart {
  requireObject(options, 'options', '{ baseline: 24 }')
  return laneyChart(ratesInput(counts, exposures, options.baseline), options.constants)
}
