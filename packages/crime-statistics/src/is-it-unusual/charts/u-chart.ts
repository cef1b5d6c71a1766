import { requireObject } from '../../check-inputs.ts'
import { type AttributeChart, type AttributeOptions, attributeChart } from './attribute-chart.ts'
import { ratesInput } from './rates-input.ts'

/**
 * Is a month's rate outside what chance alone would give? Limits of a u chart: counts over days, residents or another
 * exposure, taken as Poisson, with limits that widen where there was less exposure.
 *
 * Recorded crime mostly varies more than Poisson counts do; {@link laneyUChart} measures by how much and widens the
 * limits to suit.
 *
 * @formula u(i) = count(i) / exposure(i); ū = Σ count / Σ exposure; limits = ū ± 3√(ū / exposure(i))
 * @use for rare, independent events where months differ in length or population
 * @avoid where counts vary more than chance: {@link laneyUChart}
 * @param counts events by month; null where a month is missing
 * @param exposures days, thousands of residents or another exposure of each month, above 0
 * @param options baseline
 * @returns rates, centre, limits for each month, and the months outside
 * @throws RangeError if a count is not whole or below 0, an exposure is not above 0, or there is not one for every month
 * @see Montgomery DC (2013). Introduction to Statistical Quality Control, 7th edition. Hoboken: Wiley, section 7.3.
 * @example uChart([62, 56, 31, 90], [31, 28, 31, 30]).centre // 1.992
 * @example uChart([62, 56, 31, 90], [31, 28, 31, 30]).outside // [2, 3]
 */
export function uChart(
  counts: ArrayLike<number | null>,
  exposures: ArrayLike<number>,
  options: AttributeOptions = {},
): AttributeChart {
  requireObject(options, 'options', '{ baseline: 24 }')
  return attributeChart(ratesInput(counts, exposures, options.baseline))
}
