import {
  requireList,
  requireNotNegative,
  requireObject,
  requirePositive,
  requireSafeInteger,
  requireSameLength,
  requireWholeFrom,
} from '../check-inputs.ts'
import type { ExactPoints } from '../where/snapped/located-points.ts'
import { requireExactPoints } from '../where/snapped/require-exact-points.ts'
import { type ExactDays, requireExactDays } from './days.ts'

/** Bands and chance of a Knox test. */
export interface KnoxOptions {
  /** upper limits of the distance bands in metres, rising; 100, 200 … 1000 when left out. "Same place" is a band of its own before them */
  distances?: ArrayLike<number>
  /** upper limits of the time bands in days, rising; 7, 14 … 56 when left out. The first begins at 0 days */
  days?: ArrayLike<number>
  /** events up to this many metres apart are at the same place; 0 when left out: the same coordinates */
  samePlace?: number
  /** times that days are shuffled among events; 999 when left out */
  permutations?: number
  /** whole number that chance begins from; the same seed gives the same table */
  seed: number
}

/** A checked Knox test. */
export interface KnoxQuestion {
  points: ExactPoints
  day: Int32Array
  /** upper limits: same place first */
  distances: Float64Array
  gaps: Float64Array
  permutations: number
  seed: number
}

const EACH_100_M = Array.from({ length: 10 }, (_, i) => 100 * (i + 1))
const EACH_WEEK = Array.from({ length: 8 }, (_, i) => 7 * (i + 1))
/** Bands are kept in bytes. */
const MOST_BANDS = 200

export function knoxQuestion(points: ExactPoints, days: ExactDays, options: KnoxOptions, method: string): KnoxQuestion {
  requireExactPoints(points, method)
  requireExactDays(days, method)
  requireSameLength(days.day.length, 'days', points.x.length, 'points', 'event')
  requireObject(options, 'options', '{ seed: 1 }')
  const { distances = EACH_100_M, days: gaps = EACH_WEEK, samePlace = 0, permutations = 999, seed } = options
  requireNotNegative(samePlace, 'samePlace')
  requireWholeFrom(permutations, 'permutations', 0)
  requireSafeInteger(seed, 'seed')
  const metres = rising(distances, 'distances', requirePositive, samePlace)
  const whole = rising(gaps, 'days', (value, name) => requireWholeFrom(value, name, 0), -1)
  return { points, day: days.day, distances: Float64Array.of(samePlace, ...metres), gaps: whole, permutations, seed }
}

function rising(values: ArrayLike<number>, name: string, check: (value: number, name: string) => void, above: number) {
  requireList(values, name)
  if (values.length === 0 || values.length > MOST_BANDS)
    throw new RangeError(`${name} has ${values.length} limits: give 1 to ${MOST_BANDS}.`)
  for (let i = 0; i < values.length; i++) check(values[i]!, `${name}[${i}]`)
  const limits = Float64Array.from(values)
  for (const [i, limit] of limits.entries()) {
    if (!(limit > (limits[i - 1] ?? above)))
      throw new RangeError(`${name}[${i}] is ${limit}: give limits that rise, the first above ${above}.`)
  }
  return limits
}
