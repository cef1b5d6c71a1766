import type { Season } from './seasons.ts'

/**
 * Hirsch and Slack's variance of the seasonal S: the variances of all seasons and the covariances of every two, each
 * estimated from how alike their orders are. A season's own comes out as the tie-corrected one.
 */
export function dependentVariance(seasons: readonly Season[], cycles: number): number {
  const tables = seasons.map((season) => tableOf(season, cycles))
  let sum = 0
  for (let g = 0; g < tables.length; g++)
    for (let h = 0; h <= g; h++) sum += (g === h ? 1 : 2) * covariance(tables[g]!, tables[h]!, cycles)
  return sum
}

interface SeasonTable {
  values: Float64Array
  ranks: Float64Array
  n: number
}

/** Values and mid-ranks by cycle. A missing value is NaN and has the season's middle rank, so that it sways nothing. */
function tableOf({ time, value }: Season, cycles: number): SeasonTable {
  const n = value.length
  const values = new Float64Array(cycles).fill(Number.NaN)
  const ranks = new Float64Array(cycles).fill((n + 1) / 2)
  const order = [...value.keys()].sort((i, j) => value[i]! - value[j]!)
  for (let start = 0; start < n; ) {
    let end = start + 1
    while (end < n && value[order[end]!] === value[order[start]!]) end++
    for (let k = start; k < end; k++) {
      values[time[order[k]!]!] = value[order[k]!]!
      ranks[time[order[k]!]!] = (start + 1 + end) / 2
    }
    start = end
  }
  return { values, ranks, n }
}

function covariance(g: SeasonTable, h: SeasonTable, cycles: number): number {
  let [together, products] = [0, 0]
  for (let j = 0; j < cycles; j++) {
    products += g.ranks[j]! * h.ranks[j]!
    for (let i = 0; i < j; i++) {
      const product = Math.sign(g.values[j]! - g.values[i]!) * Math.sign(h.values[j]! - h.values[i]!)
      if (product === 1 || product === -1) together += product // NaN where one is missing
    }
  }
  return (together + 4 * products - cycles * (g.n + 1) * (h.n + 1)) / 3
}
