import { intervalOf } from '../interval-chart/area-rates.ts'
import { isDrawable } from '../numbers.ts'
import type { IssueChange } from './issue-changes.ts'

/**
 * Percentages the chart spans, with zero inside. One small number's interval may run to +900 %, and would flatten all the
 * others: the chart stops at 100 or at 1.25 times the greatest change, and longer whiskers end in an arrow.
 */
export function changeExtent(issues: IssueChange[]): [number, number] {
  const changes = issues.flatMap(({ change }) => (isDrawable(change) ? [change] : []))
  const limits = issues.flatMap((issue) => intervalOf(issue) ?? [])
  const highest = Math.max(0, ...changes)
  const lowest = Math.min(0, ...changes)
  const lower = Math.max(Math.min(lowest, ...limits.map(({ lower }) => lower)), -100, Math.min(lowest * 1.25, -100))
  const upper = Math.min(Math.max(highest, ...limits.map(({ upper }) => upper)), Math.max(100, highest * 1.25))
  return lower === upper ? [-10, 10] : [Math.min(lower, -upper * 0.1), Math.max(upper, -lower * 0.1)]
}
