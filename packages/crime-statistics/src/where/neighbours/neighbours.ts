import { requireSameLength } from '../../check-inputs.ts'

/** Which places are neighbours of which, as three typed arrays that can be sent to a worker as they are. */
export interface Neighbours {
  /** neighbours of place i are found from `start[i]` up to but not including `start[i + 1]` */
  start: Int32Array
  /** the neighbours as places counted from 0, in ascending order for each place; a place is not its own neighbour */
  index: Int32Array
  /** weight of each neighbour; null where each counts 1 */
  weight: Float64Array | null
}

/** Number of places, those without neighbours included. */
export const placesOf = (neighbours: Neighbours) => neighbours.start.length - 1

/** Refuses neighbours that were made for another number of places. */
export function requireNeighboursOf(places: number, neighbours: Neighbours, values = 'values'): void {
  if (!(neighbours?.start instanceof Int32Array && neighbours.index instanceof Int32Array))
    throw new TypeError('neighbours is not a list of neighbours: make it with gridNeighbours or polygonNeighbours.')
  requireSameLength(placesOf(neighbours), 'neighbours', places, values, 'place')
}

/** Refuses places without neighbours, where a statistic compares each place with those around it. */
export function requireNoIslands({ start }: Neighbours): void {
  for (let i = 0; i + 1 < start.length; i++)
    if (start[i] === start[i + 1])
      throw new RangeError(
        `place ${i} has no neighbours: leave it out, or take neighbours by distance with neighboursWithin.`,
      )
}

/** Neighbours from one list for each place; the lists are put in ascending order, weights with them. */
export function packed(lists: readonly number[][], weights: readonly number[][] | null = null): Neighbours {
  const start = new Int32Array(lists.length + 1)
  for (const [i, list] of lists.entries()) start[i + 1] = start[i]! + list.length
  const index = new Int32Array(start[lists.length]!)
  const weight = weights && new Float64Array(index.length)
  for (const [i, list] of lists.entries()) {
    const order = [...list.keys()].sort((a, b) => list[a]! - list[b]!)
    for (const [k, from] of order.entries()) {
      index[start[i]! + k] = list[from]!
      if (weight) weight[start[i]! + k] = weights[i]![from]!
    }
  }
  return { start, index, weight }
}

/** Σ over neighbours j of i of w_ij × values_j: what lies around place i. */
export function lagOf({ start, index, weight }: Neighbours, values: ArrayLike<number>, i: number): number {
  let sum = 0
  for (let k = start[i]!; k < start[i + 1]!; k++) sum += (weight ? weight[k]! : 1) * values[index[k]!]!
  return sum
}
