import {
  requireList,
  requireNotNegative,
  requireObject,
  requirePositive,
  requireSameLength,
} from '../../check-inputs.ts'
import type { Changes } from './changes-in-mean.ts'
import { observedMonths, requireMinimumLength, runningSums, stretches } from './observed-months.ts'
import { optimalPartition } from './optimal-partitioning.ts'

export interface ChangesInRateOptions {
  /** price of a change in multiples of ln(months); 3 when left out, 2 finds more */
  penalty?: number
  /** fewest months between two changes; 3 when left out */
  minimumLength?: number
  /** days or residents of each month; all alike when left out */
  exposures?: ArrayLike<number>
}

/**
 * When did the rate of rare events shift? The arrangement of lasting Poisson rates that fits best at a price for each
 * change, found exactly: no other arrangement of any number of changes does better.
 *
 * Counts are taken as Poisson. Crime that varies more than that gives changes that are not there: with a dispersion well
 * above 1 use {@link changesInMean}. Missing months are left out. A change is named by the first month of the new rate.
 *
 * @formula Σ over stretches 2(S − S ln(S / E)) + penalty · ln(n) · changes, smallest over all arrangements; S events and
 *   E exposure of a stretch (months where none is given), 0 where S is 0
 * @use for up to about ten events a month, seasonally adjusted where there are seasons
 * @avoid on counts that vary more than Poisson ones, and on raw months with seasons
 * @param counts events by month, adjusted ones may be fractions; null where a month is missing
 * @param options penalty, minimumLength and exposures
 * @returns the changes, the rates between them and the objective
 * @throws RangeError if a count is below 0, fewer than minimumLength months are there, or an option is out of range
 * @see Killick R, Fearnhead P, Eckley IA (2012). Optimal detection of changepoints with a linear computational cost. JASA 107: 1590–1598. doi:10.1080/01621459.2012.737745
 * @example changesInRate([2, 3, 1, 2, 2, 3, 9, 11, 8, 10, 9, 12]).changes // [6]
 * @example changesInRate([2, 3, 1, 2, 2, 3, 2, 1, 2, 3]).changes // []
 */
export function changesInRate(counts: ArrayLike<number | null>, options: ChangesInRateOptions = {}): Changes {
  requireObject(options, 'options', '{ penalty: 2 }')
  const { penalty: multiple = 3, minimumLength = 3, exposures } = options
  requireNotNegative(multiple, 'penalty')
  requireMinimumLength(minimumLength)
  const months = observedMonths(counts, 'counts', minimumLength)
  for (const [i, count] of months.values.entries()) requireNotNegative(count, `counts[${months.places[i]}]`)
  const n = months.values.length
  const events = runningSums(months.values)
  const exposed = runningSums(exposuresOf(exposures, counts.length, months.places))
  const cost = (from: number, to: number) => {
    const sum = events[to]! - events[from]!
    return sum > 0 ? 2 * (sum - sum * Math.log(sum / (exposed[to]! - exposed[from]!))) : 0
  }
  const penalty = multiple * Math.log(n)
  const { changes, objective } = optimalPartition(n, cost, penalty, minimumLength)
  const rate = (from: number, to: number) => (events[to]! - events[from]!) / (exposed[to]! - exposed[from]!)
  return {
    changes: changes.map((at) => months.places[at]!),
    stretches: stretches(changes, months, rate),
    objective,
    price: penalty,
    minimumLength,
  }
}

function exposuresOf(exposures: ArrayLike<number> | undefined, length: number, places: Int32Array): Float64Array {
  if (exposures === undefined) return new Float64Array(places.length).fill(1)
  requireList(exposures, 'exposures')
  requireSameLength(exposures.length, 'exposures', length, 'counts')
  return Float64Array.from(places, (place) => {
    requirePositive(exposures[place]!, `exposures[${place}]`)
    return exposures[place]!
  })
}
