import { requireFinite, requireList, requireSameLength, requireWholeFrom } from '../../check-inputs.ts'
import { type Neighbours, packed } from './neighbours.ts'

/**
 * Who is next to whom, when you already know it? From a list of neighbours for each place, as other programs write it.
 *
 * @formula none: the lists are checked and packed
 * @use for neighbours from a GIS, from local knowledge (a bridge joins, a railway parts) or with weights of your own
 * @avoid for grids and polygons: {@link gridNeighbours} and {@link polygonNeighbours} work them out
 * @param lists for each place the places that are its neighbours, counted from 0; an empty list for none. A place is
 *   never its own neighbour: statistics that count the place itself add it
 * @param weights for each place one weight for each of its neighbours, above 0; each counts 1 when left out
 * @returns the same neighbours as typed arrays, ascending for each place
 * @throws TypeError if lists, or one of them, is not an array; RangeError if a neighbour is not a place, is the place
 *   itself or comes twice, or a weight is missing, not finite or not above 0
 * @example neighboursFromLists([[1], [0, 2], [1]]).index // [1, 0, 2, 1]
 * @example neighboursFromLists([[1], [0, 2], [1]]).start // [0, 1, 3, 4]
 */
export function neighboursFromLists(
  lists: ArrayLike<ArrayLike<number>>,
  weights?: ArrayLike<ArrayLike<number>>,
): Neighbours {
  requireList(lists, 'lists')
  if (weights !== undefined) {
    requireList(weights, 'weights')
    requireSameLength(weights.length, 'weights', lists.length, 'lists', 'place')
  }
  const checked = Array.from({ length: lists.length }, (_, i) => checkedList(lists, i))
  const weighted =
    weights === undefined ? null : checked.map((list, i) => checkedWeights(weights[i]!, list.length, `weights[${i}]`))
  return packed(checked, weighted)
}

function checkedList(lists: ArrayLike<ArrayLike<number>>, i: number): number[] {
  requireList(lists[i], `lists[${i}]`)
  const list = Array.from(lists[i]!)
  for (const [k, place] of list.entries()) {
    requireWholeFrom(place, `lists[${i}][${k}]`, 0, lists.length - 1)
    if (place === i)
      throw new RangeError(`lists[${i}][${k}] is ${i}: leave a place out of its own neighbours; it is added where due.`)
  }
  if (new Set(list).size < list.length)
    throw new RangeError(`lists[${i}] names a neighbour twice: give each neighbour once.`)
  return list
}

function checkedWeights(weights: ArrayLike<number>, length: number, name: string): number[] {
  requireList(weights, name)
  requireSameLength(weights.length, name, length, name.replace('weights', 'lists'), 'neighbour')
  return Array.from(weights, (weight, k) => {
    requireFinite(weight, `${name}[${k}]`)
    if (weight > 0) return weight
    throw new RangeError(`${name}[${k}] is ${weight}: give a weight above 0, or leave the neighbour out.`)
  })
}
