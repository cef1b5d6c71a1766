import { finiteNumbers, requireWholeFrom } from '../../check-inputs.ts'
import { type Neighbours, requireNeighboursOf, requireNoIslands } from '../neighbours/neighbours.ts'
import { allTheSame, spreadOf } from './spread.ts'

/** Deviations of values from their mean, or null where all values are the same. */
export interface Deviations {
  n: number
  /** x_i − x̄ */
  d: Float64Array
  /** Σ d² / n */
  m2: number
  /** n Σ d⁴ / (Σ d²)²: 3 for a normal distribution, more where few values stick out */
  kurtosis: number
}

/** Values of at least `least` places, each with a neighbour. */
export function deviationsOf(values: ArrayLike<number>, neighbours: Neighbours, least: number): Deviations | null {
  const d = finiteNumbers(values, 'values')
  requireWholeFrom(d.length, 'number of values', least)
  requireNeighboursOf(d.length, neighbours)
  requireNoIslands(neighbours)
  if (allTheSame(d)) return null
  const { mean, squares } = spreadOf(d)
  const m2 = squares / d.length
  let fourth = 0
  for (let i = 0; i < d.length; i++) {
    d[i]! -= mean
    fourth += (d[i]! / Math.sqrt(m2)) ** 4
  }
  return { n: d.length, d, m2, kurtosis: fourth / d.length }
}
