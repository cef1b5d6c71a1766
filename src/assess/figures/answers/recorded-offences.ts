import { monthsInWords } from '../../../vocabulary/period/words.ts'
import { type Answer, cannotSay, RECORDED_CAVEAT } from '../context.ts'
import { unitOf } from '../subject.ts'

/** The count itself. */
export const recordedOffences: Answer = (reference, context) => {
  const { area, subject, period } = reference
  const count = context.table.total(area.code, subject, period)
  if (count === null) return cannotSay(unitOf(subject), notDelivered(reference.period, context), context)
  const standing = context.standingOf(reference)
  return {
    value: count,
    unit: unitOf(subject),
    caveats: [RECORDED_CAVEAT],
    ...(standing && { standing }),
    synthetic: context.synthetic,
  }
}

/** Why a period has no count: the months that nobody delivered. */
export function notDelivered(
  period: { from: string; to: string },
  { table }: { table: { missing(p: typeof period): string[] } },
): string {
  const missing = table.missing(period)
  return `${missing.length === 1 ? 'one month was' : `${missing.length} months were`} never delivered: ${monthsInWords(missing)}`
}
