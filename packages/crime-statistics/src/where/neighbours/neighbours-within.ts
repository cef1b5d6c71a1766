import KDBush from 'kdbush'
import { finiteNumbers, requirePositive, requireSameLength } from '../../check-inputs.ts'
import { type Neighbours, packed } from './neighbours.ts'

/**
 * Which places are within a distance of each other? Two places are neighbours when their points, such as centres of
 * cells or areas, are at most `distance` apart; the limit itself counts, up to rounding (1 part in 10^9).
 *
 * @formula j is a neighbour of i when √((x_i − x_j)² + (y_i − y_j)²) ≤ distance, j ≠ i
 * @use for a fixed distance band: what is hot within 500 m, whatever the size of the cells
 * @avoid for areas of very unequal size, where large ones have no neighbour and small ones dozens: {@link polygonNeighbours}
 * @param x eastings, one per place, in metres
 * @param y northings, one per place, in metres
 * @param distance longest distance between neighbours, in metres
 * @returns neighbours without weights, in ascending order; a place too far from all others has none
 * @throws TypeError if x or y is not an array of numbers; RangeError if their lengths differ, a value is not finite or
 *   distance is not above 0
 * @example neighboursWithin([0, 250, 500], [0, 0, 0], 250).index // [1, 0, 2, 1]
 */
export function neighboursWithin(x: ArrayLike<number>, y: ArrayLike<number>, distance: number): Neighbours {
  const eastings = finiteNumbers(x, 'x')
  const northings = finiteNumbers(y, 'y')
  requireSameLength(northings.length, 'y', eastings.length, 'x', 'place')
  requirePositive(distance, 'distance')
  if (eastings.length === 0) return packed([])
  const tree = new KDBush(eastings.length)
  for (let i = 0; i < eastings.length; i++) tree.add(eastings[i]!, northings[i]!)
  tree.finish()
  const reach = distance * (1 + 1e-9)
  return packed(Array.from(eastings, (east, i) => tree.within(east, northings[i]!, reach).filter((j) => j !== i)))
}
