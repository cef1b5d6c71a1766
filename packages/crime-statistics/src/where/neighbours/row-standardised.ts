import { type Neighbours, requireNeighbours } from './neighbours.ts'

/**
 * How much should each neighbour weigh? As much as lets the weights of every place add up to 1, so that what lies around
 * a place is an average, and places with many neighbours weigh no more than others.
 *
 * @formula w_ij / Σ_j w_ij
 * @use before {@link moranI}, {@link gearyC} and {@link localMoran}: it is the usual choice for areas of unequal numbers of neighbours
 * @avoid before {@link giStar}, whose usual weights are 1 for each neighbour and for the place itself
 * @param neighbours neighbours with or without weights
 * @returns the same neighbours with weights that add up to 1; a place without neighbours keeps none
 * @example rowStandardised(neighboursFromLists([[1], [0, 2], [1]])).weight // [1, 0.5, 0.5, 1]
 */
export function rowStandardised(neighbours: Neighbours): Neighbours {
  requireNeighbours(neighbours)
  const { start, index, weight } = neighbours
  const standardised = new Float64Array(index.length)
  for (let i = 0; i + 1 < start.length; i++) {
    let sum = 0
    for (let k = start[i]!; k < start[i + 1]!; k++) sum += weight ? weight[k]! : 1
    for (let k = start[i]!; k < start[i + 1]!; k++) standardised[k] = (weight ? weight[k]! : 1) / sum
  }
  return { start: start.slice(), index: index.slice(), weight: standardised }
}
