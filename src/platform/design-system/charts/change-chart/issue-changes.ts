import type { Verdict } from '../../../../vocabulary/figure.ts'
import type { DrawingWords } from '../drawing.ts'
import { isDrawable } from '../numbers.ts'

/** One issue's recorded change in percent, its interval, and the verdict of the one rule: judged elsewhere, shown here. */
export interface IssueChange {
  label: string
  /** percent; `null` when it cannot be worked out */
  change: number | null
  lower?: number | null
  upper?: number | null
  verdict: Verdict
  reason?: string
}

export interface IssueChanges extends DrawingWords {
  area: string
  /** "year ending September 2020 to year ending September 2021" */
  periods: string
  issues: IssueChange[]
  /** "95 % interval" */
  intervalLabel: string
}

/** Greatest rise first, equal ones by label, those without a change last. */
export const byChange = (issues: IssueChange[]) =>
  [...issues].sort((a, b) => {
    const [ka, kb] = [a, b].map(({ change }) => (isDrawable(change) ? change : Number.NEGATIVE_INFINITY))
    if (ka !== kb) return kb! - ka!
    return a.label < b.label ? -1 : 1
  })
