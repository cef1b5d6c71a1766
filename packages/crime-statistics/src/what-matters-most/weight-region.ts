import { finiteNumbers, requireList, requireObject, shown } from '../check-inputs.ts'

/**
 * What is known of the weights: nothing (`flat`); which criterion matters most, next and so on (`ordered`, criteria from
 * 0, the most important first); or the least and most share each may have (`bounded`).
 */
export type WeightKnowledge =
  | { kind: 'flat' }
  | { kind: 'ordered'; order: readonly number[] }
  | { kind: 'bounded'; least: ArrayLike<number>; most: ArrayLike<number> }

/**
 * Weights that agree with what is known, as mixtures of corners: any weights of the region are Σ λ·corner with shares λ
 * that add up to 1. Flat shares λ give flat weights, since mixing is linear. Flat and ordered weights, and lower bounds,
 * are such a simplex by themselves; with upper bounds too, mixtures in which a share is above its cap are drawn anew.
 */
export interface WeightRegion {
  /** number of corners */
  corners: number
  /** weights of each corner, corner by corner */
  weights: Float64Array
  /** the most each share λ may be; null where all may be anything */
  caps: Float64Array | null
}

const ROUNDING = 1e-12

/** The region of weights of so many criteria. */
export function weightRegion(knowledge: WeightKnowledge, criteria: number): WeightRegion {
  requireObject(knowledge, 'weights', "{ kind: 'flat' }")
  if (knowledge.kind === 'flat') return cornerRegion(identity(criteria), criteria)
  if (knowledge.kind === 'ordered') return cornerRegion(orderedCorners(knowledge.order, criteria), criteria)
  if (knowledge.kind === 'bounded') return boundedRegion(knowledge.least, knowledge.most, criteria)
  throw new RangeError(`weights.kind is ${shown((knowledge as WeightKnowledge).kind)}: give flat, ordered or bounded.`)
}

const cornerRegion = (weights: Float64Array, corners: number): WeightRegion => ({ corners, weights, caps: null })

function identity(n: number): Float64Array {
  const weights = new Float64Array(n * n)
  for (let j = 0; j < n; j++) weights[j * n + j] = 1
  return weights
}

/** Weights in a given order are mixtures of equal weights on the first one, two, … criteria of the order. */
function orderedCorners(order: readonly number[], criteria: number): Float64Array {
  requireList(order, 'weights.order')
  if (
    order.length !== criteria ||
    new Set(order).size !== criteria ||
    !Array.from(order).every((j) => Number.isInteger(j) && j >= 0 && j < criteria)
  )
    throw new RangeError(
      `weights.order is ${Array.from(order, shown).join(', ')}: give each criterion from 0 to ${criteria - 1} once.`,
    )
  const weights = new Float64Array(criteria * criteria)
  for (let corner = 0; corner < criteria; corner++)
    for (let place = 0; place <= corner; place++) weights[corner * criteria + order[place]!] = 1 / (corner + 1)
  return weights
}

function boundedRegion(leastGiven: ArrayLike<number>, mostGiven: ArrayLike<number>, criteria: number): WeightRegion {
  const [least, most] = checkedBounds(leastGiven, mostGiven, criteria)
  const sumLeast = sum(least)
  const sumMost = sum(most)
  if (sumLeast > 1 + ROUNDING || sumMost < 1 - ROUNDING)
    throw new RangeError(
      `weights.least add up to ${sumLeast} and weights.most to ${sumMost}: no weights that add up to 1 lie between them.`,
    )
  // a weight may be no less than what the others leave at their most, and no more than at their least
  const low = least.map((value, j) => Math.max(value, 1 - (sumMost - most[j]!)))
  const high = most.map((value, j) => Math.min(value, 1 - (sumLeast - least[j]!)))
  const free = [...low.keys()].filter((j) => high[j]! - low[j]! > ROUNDING)
  if (free.length === 0)
    return cornerRegion(
      low.map((value, j) => (value + high[j]!) / 2),
      1,
    )
  // the region fills more of the smaller simplex around it: upwards from the least, or downwards from the most
  const upwards = 1 - sum(low)
  const downwards = sum(high) - 1
  const [base, reach] = upwards <= downwards ? [low, upwards] : [high, -downwards]
  const weights = new Float64Array(free.length * criteria)
  for (const [corner, j] of free.entries()) {
    weights.set(base, corner * criteria)
    weights[corner * criteria + j]! += reach
  }
  const caps = Float64Array.from(free, (j) => (high[j]! - low[j]!) / Math.abs(reach))
  return { corners: free.length, weights, caps: caps.some((cap) => cap < 1 - ROUNDING) ? caps : null }
}

function checkedBounds(leastGiven: ArrayLike<number>, mostGiven: ArrayLike<number>, criteria: number) {
  const least = finiteNumbers(leastGiven, 'weights.least')
  const most = finiteNumbers(mostGiven, 'weights.most')
  if (least.length !== criteria || most.length !== criteria)
    throw new RangeError(
      `weights.least has ${least.length} and weights.most ${most.length}: give one for each of ${criteria} criteria.`,
    )
  for (let j = 0; j < criteria; j++)
    if (!(least[j]! >= 0 && least[j]! <= most[j]! && most[j]! <= 1))
      throw new RangeError(
        `weights.least[${j}] is ${least[j]} and weights.most[${j}] is ${most[j]}: give shares from 0 to 1, the lesser as least.`,
      )
  return [least, most] as const
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0)
