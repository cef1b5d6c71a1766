import type { Verdict } from '../../../../vocabulary/figure.ts'
import type { DrawingTable } from '../drawing.ts'
import { intervalOf } from '../interval-chart/area-rates.ts'
import { isDrawable, percentText } from '../numbers.ts'
import type { RowText } from '../rows/plan-rows.ts'
import { byChange, type IssueChange, type IssueChanges } from './issue-changes.ts'

const WORDS: Record<Verdict, string> = {
  rise: 'Rise',
  fall: 'Fall',
  'no clear change': 'No clear change',
  'cannot be ascertained': 'Cannot be ascertained',
}
export const verdictWord = (verdict: Verdict) => WORDS[verdict]

const signed = (value: number) => percentText(value, 1, true)

/** The fact, then the verdict: "−10.2 %", "Fall"; without a change, why there is none. */
export function changeRow({ label, change, verdict, reason }: IssueChange): RowText {
  if (isDrawable(change)) return { label, value: signed(change), remark: verdictWord(verdict) }
  return { label, value: `${verdictWord('cannot be ascertained')}${reason ? `: ${reason}` : ''}`, bare: true }
}

/** One paragraph: how many rose, fell and show no clear change, each clear one named, and what cannot be said. */
export function describeChanges({ issues, area, periods, intervalLabel }: IssueChanges): string {
  if (issues.length === 0) return `No changes to show, ${area}, ${periods}.`
  const order = byChange(issues)
  const sentences = [`Recorded change with ${intervalLabel}, ${area}, ${periods}.`]
  for (const verdict of ['rise', 'fall', 'no clear change', 'cannot be ascertained'] as const) {
    const some = order.filter((issue) => issue.verdict === verdict)
    if (some.length === 0) continue
    const named = some.map(({ label, change }) => (isDrawable(change) ? `${label} (${signed(change)})` : label))
    sentences.push(`${verdictWord(verdict)}: ${named.join(', ')}.`)
  }
  return sentences.join(' ')
}

export function changesTable({ issues, area, periods, intervalLabel }: IssueChanges): DrawingTable {
  return {
    caption: `Recorded change, ${area}, ${periods}`,
    head: [
      { text: 'Issue' },
      { text: 'Recorded change', numeric: true },
      { text: `${intervalLabel}, lower`, numeric: true },
      { text: `${intervalLabel}, upper`, numeric: true },
      { text: 'Verdict' },
    ],
    rows: byChange(issues).map((issue) => {
      const interval = intervalOf(issue)
      return [
        issue.label,
        isDrawable(issue.change) ? signed(issue.change) : 'cannot be ascertained',
        interval ? signed(interval.lower) : '',
        interval ? signed(interval.upper) : '',
        verdictWord(issue.verdict) + (issue.reason ? `: ${issue.reason}` : ''),
      ]
    }),
  }
}
