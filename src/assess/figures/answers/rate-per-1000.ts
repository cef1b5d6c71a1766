import { byarsInterval, exactPoissonInterval, roundHalfAwayFromZero } from 'crime-statistics'
import type { FigureReference } from '../../../vocabulary/figure.ts'
import { daysIn } from '../../../vocabulary/period/month.ts'
import { type Answer, cannotSay, estimateInWords, type FigureContext, RECORDED_CAVEAT } from '../context.ts'
import { notDelivered } from './recorded-offences.ts'

const UNIT = 'per 1,000 residents'
/** Byar's approximation is close to the exact limits from about ten events. */
const BYAR_FROM = 10

/** The rate of a district and period, with its interval. A part of a year is a rate for that part, not a yearly one. */
export const ratePer1000: Answer = (reference, context) => {
  const rate = unroundedRate(reference, context)
  if (typeof rate === 'string') return cannotSay(UNIT, rate, context)
  const { count, residents, estimate } = rate
  const limits = count < BYAR_FROM ? exactPoissonInterval(count) : byarsInterval(count)
  const per = (events: number) => roundHalfAwayFromZero((events / residents) * 1000, 2)
  const partOfYear = daysIn(reference.period) < 365
  return {
    value: roundHalfAwayFromZero(rate.value, 1),
    unit: UNIT,
    interval: {
      lower: per(limits.lower),
      upper: per(limits.upper),
      level: 0.95,
      method: count < BYAR_FROM ? 'exact Poisson' : 'Byar',
    },
    caveats: [
      RECORDED_CAVEAT,
      `Residents: ${residents.toLocaleString('en-GB')} (${estimate}).`,
      ...(partOfYear ? ['For a part of a year: not to be compared with yearly rates.'] : []),
    ],
    synthetic: context.synthetic,
  }
}

/** The rate before rounding, or why there is none. */
export function unroundedRate(
  { area, subject, period }: Pick<FigureReference, 'area' | 'subject' | 'period'>,
  context: FigureContext,
) {
  const count = context.table.total(area.code, subject, period)
  if (count === null) return notDelivered(period, area.code, context)
  const population = context.populationOf(area.code, Number(period.to.slice(0, 4)))
  if (!population) return 'no population of this district is known: import one with `tapestry reference import`'
  const { residents } = population
  return {
    count,
    residents,
    value: (count / residents) * 1000,
    estimate: estimateInWords(population),
  }
}
