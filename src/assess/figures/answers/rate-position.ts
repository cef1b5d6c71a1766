import { type Answer, cannotSay } from '../context.ts'
import { unroundedRate } from './rate-per-1000.ts'

const UNIT = 'position, 1 is the highest rate'

/** Where the district's rate stands among the districts of its force; equal rates share a position. */
export const ratePosition: Answer = ({ area, subject, period }, context) => {
  const rates = context.table.districts.map((code) =>
    unroundedRate({ area: { ...area, code }, subject, period }, context),
  )
  const own = unroundedRate({ area, subject, period }, context)
  if (typeof own === 'string') return cannotSay(UNIT, own, context)
  const known = rates.filter((rate) => typeof rate !== 'string')
  if (known.length < 2) return cannotSay(UNIT, 'no other district of the force has a rate to compare with', context)
  return {
    value: 1 + known.filter((rate) => rate.value > own.value).length,
    unit: UNIT,
    caveats: [
      `Of ${known.length} districts of the force whose rate is known.`,
      'Neighbouring positions are often within each other’s intervals: a position alone is not a finding.',
    ],
    synthetic: context.synthetic,
  }
}
