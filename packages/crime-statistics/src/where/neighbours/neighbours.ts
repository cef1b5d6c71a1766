import { requireSameLength, shown } from '../../check-inputs.ts'

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
  requireNeighbours(neighbours)
  requireSameLength(placesOf(neighbours), 'neighbours', places, values, 'place')
}

/** Refuses what is no list of neighbours, in one pass over it. */
export function requireNeighbours(neighbours: Neighbours): void {
  const { start, index, weight } = Object(neighbours) as Neighbours
  if (!(start instanceof Int32Array && start.length > 0 && index instanceof Int32Array))
    throw new TypeError(`neighbours is ${shown(neighbours)}: make them with gridNeighbours or polygonNeighbours.`)
  const places = start.length - 1
  for (let i = 0; i < places; i++)
    if (start[i + 1]! < start[i]!)
      throw new RangeError(`neighbours.start[${i + 1}] is ${start[i + 1]} after ${start[i]}: give starts that rise.`)
  if (start[0] !== 0 || start[places] !== index.length)
    throw new RangeError(
      `neighbours.start goes from ${start[0]} to ${start[places]}: give 0 to the ${index.length} of neighbours.index.`,
    )
  for (let i = 0; i < places; i++) {
    let before = -1
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const place = index[k]!
      if (place <= before || place >= places || place === i)
        throw new RangeError(
          `neighbours.index[${k}] is ${place}, a neighbour of place ${i}: give other places, 0 to ${places - 1}, rising.`,
        )
      before = place
    }
  }
  if (weight !== null) requireWeightsOf(index.length, weight)
}

/** Products of four weights are still numbers. */
const HEAVIEST = 1e70

function requireWeightsOf(length: number, weight: Float64Array): void {
  if (!(weight instanceof Float64Array))
    throw new TypeError(`neighbours.weight is ${shown(weight)}: give a Float64Array, or null where each counts 1.`)
  requireSameLength(weight.length, 'neighbours.weight', length, 'neighbours.index', 'neighbour')
  for (let k = 0; k < length; k++)
    if (!(weight[k]! > 0 && weight[k]! <= HEAVIEST))
      throw new RangeError(`neighbours.weight[${k}] is ${weight[k]}: give a weight above 0, at most ${HEAVIEST}.`)
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
