import { roundHalfAwayFromZero } from 'crime-statistics'
import { ASB } from '../../../vocabulary/offence.ts'
import { type Answer, cannotSay } from '../context.ts'
import { ALL_CRIME } from '../count-table.ts'
import { notDelivered } from './recorded-offences.ts'

const UNIT = '% of recorded crime'

/** An issue as a part of all recorded crime; anti-social behaviour is not crime, so it has no such share. */
export const shareOfCrime: Answer = ({ area, subject, period }, context) => {
  if (subject === ASB)
    return cannotSay(UNIT, 'anti-social behaviour incidents are not crimes and have a base of their own', context)
  const count = context.table.total(area.code, subject, period)
  const base = context.table.total(area.code, ALL_CRIME, period)
  if (count === null || base === null) return cannotSay(UNIT, notDelivered(period, area.code, context), context)
  if (base === 0) return cannotSay(UNIT, 'no crime was recorded, so there is nothing to be a share of', context)
  return {
    value: roundHalfAwayFromZero((count / base) * 100, 1),
    unit: UNIT,
    caveats: [`Base: ${base.toLocaleString('en-GB')} recorded crimes.`],
    synthetic: context.synthetic,
  }
}
