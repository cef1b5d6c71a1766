/**
 * Factor of each place in the cycle by classical decomposition: values over a centred moving average of a period, the
 * mean of each place over the years, scaled to a mean of 1. As R's `decompose(type = "multiplicative")`.
 */
export function seasonalFactors(series: Float64Array, period: number): Float64Array {
  const n = series.length
  const half = period >> 1
  const sums = new Float64Array(period)
  const years = new Float64Array(period)
  for (let i = half; i < n - half; i++) {
    let trend = 0
    for (let j = -half; j <= half; j++) {
      // an even period has its middle between two values: the outermost count half each
      const share = period % 2 === 0 && Math.abs(j) === half ? 0.5 : 1
      trend += (share * series[i + j]!) / period
    }
    sums[i % period]! += series[i]! / trend
    years[i % period]!++
  }
  const factors = sums.map((sum, k) => sum / years[k]!)
  const mean = factors.reduce((total, factor) => total + factor, 0) / period
  return factors.map((factor) => factor / mean)
}
