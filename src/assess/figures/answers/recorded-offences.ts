import type { Period } from '../../../vocabulary/period/month.ts'
import { monthsInWords } from '../../../vocabulary/period/words.ts'
import { type Answer, cannotSay, type FigureContext, RECORDED_CAVEAT } from '../context.ts'
import { unitOf } from '../subject.ts'

/** The count itself. */
export const recordedOffences: Answer = (reference, context) => {
  const { area, subject, period } = reference
  const count = context.table.total(area.code, subject, period)
  if (count === null) return cannotSay(unitOf(subject), notDelivered(period, area.code, context), context)
  const standing = context.standingOf(reference)
  return {
    value: count,
    unit: unitOf(subject),
    caveats: [RECORDED_CAVEAT],
    ...(standing && { standing }),
    synthetic: context.synthetic,
  }
}

/** Why a period has no count: the months that nobody delivered for the district. */
export function notDelivered(period: Period, district: string, { table }: FigureContext): string {
  const missing = table.missing(period, district)
  return `${missing.length === 1 ? 'one month was' : `${missing.length} months were`} never delivered: ${monthsInWords(missing)}`
}
