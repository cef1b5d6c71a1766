/** What `a_rates/rates.json` holds. */
export type Limits = [number, number | null]

export interface LimitsOfCount {
  count: number
  denominator?: number
  per?: number
  rate?: number
  byar95: Limits
  exact95: Limits
  byar998: Limits
  exact998: Limits
}

export interface TwoCounts {
  x1: number
  exposure1: number
  x0: number
  exposure0: number
  rate_ratio: number | null
  pct_change: number | null
  rate_difference: number
  exact: {
    p_minlike: number
    p_central: number
    p_midp: number
    ci95_clopper: Limits
    ci95_midp: [number, number] | null
  }
  wald_log: { se_log: number; ci95: [number, number]; z: number; p: number } | null
  score: { z: number | null; p: number | null }
}

export interface Rates {
  count_limits: LimitsOfCount[]
  lsoa_rates: Record<string, LimitsOfCount[]>
  households_rate: LimitsOfCount[]
  proportions: {
    x: number
    n: number
    wilson95: Limits
    wilson_cc95: Limits
    clopper_pearson95: Limits
  }[]
  two_counts: TwoCounts[]
  change_by_type: TwoCounts[]
  lsoa_vs_rest: TwoCounts[]
  change_by_type_adjust: { p_central: number[]; holm: number[]; bh: number[] }
  funnel: {
    mean_per_1000: number
    limits: { n: number; exact95: Limits; exact998: Limits; normal95: Limits; normal998: Limits }[]
  }
  dsr: {
    count: number[]
    population: number[]
    standard: number[]
    dsr_per_1000: number
    dobson_byar95_per_1000: Limits
    dobson_exact95_per_1000: Limits
    fay_feuer_gamma95_per_1000: Limits
  }
  smr: {
    observed: number
    standard_rates: number[]
    population: number[]
    expected: number
    smr: number
    byar95: Limits
    exact95: Limits
    p_exact_central: number
    p_exact_minlike: number
  }
}
