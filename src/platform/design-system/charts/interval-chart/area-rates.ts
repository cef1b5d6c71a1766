import type { DrawingWords } from '../drawing.ts'
import { isDrawable } from '../numbers.ts'

/** One area's rate and its interval. A rate that cannot be worked out is `null`, with the reason. */
export interface AreaRate {
  name: string
  value: number | null
  lower?: number | null
  upper?: number | null
  reason?: string
  /** the area the page is about */
  isThis?: boolean
}

export interface AreaRates extends DrawingWords {
  areas: AreaRate[]
  /** "Burglary offences per 1,000 residents" */
  measure: string
  /** "95 % interval" */
  intervalLabel: string
  /** a value to set the areas against: "Kent and Medway" */
  reference?: { label: string; value: number | null }
  /** of the printed rates; 1 when left out */
  decimals?: number
}

/** Highest first, equal ones by name, those without a rate last. */
export function ranked(areas: AreaRate[]): AreaRate[] {
  const key = ({ value }: AreaRate) => (isDrawable(value) ? value : Number.NEGATIVE_INFINITY)
  return [...areas].sort((a, b) => {
    const [ka, kb] = [key(a), key(b)]
    if (ka !== kb) return kb - ka
    return a.name < b.name ? -1 : 1
  })
}

/** Both limits when both can be drawn. */
export const intervalOf = ({ lower, upper }: { lower?: number | null; upper?: number | null }) =>
  isDrawable(lower) && isDrawable(upper) ? { lower, upper } : undefined
