import { requireChoice, requirePositive, requireWholeFrom } from '../../check-inputs.ts'
import { type LocatedPoints, requireLocatedPoints } from '../snapped/located-points.ts'
import { distinctPlaces } from './distinct-places.ts'
import { type EventsWithin, eventsWithin } from './events-within.ts'
import { type PlaceClusters, placeClusters } from './place-clusters.ts'
import { type SmallCells, smallCells } from './small-cells.ts'

export interface DbscanClusters {
  /** for each event its cluster, from 1; 0 for noise */
  labels: Int32Array
  /** for each event 1 where it is a core of its cluster, else 0 */
  core: Uint8Array
  /** events of each cluster, the first that of cluster 1 */
  sizes: number[]
  /** events that are no core and are within eps of cores of more than one cluster */
  sharedBorder: number[]
}

/**
 * Where are events dense, whatever the shape? DBSCAN: an event with enough events around it is a core, cores within reach
 * of each other are one cluster, events within reach of a core are its border, and the rest is noise.
 *
 * `minPoints` counts the event itself; within reach is a distance of at most `eps`. Clusters are numbered from 1 in order
 * of their first event. An event at the border of two clusters belongs to the one whose first core comes first, as if
 * clusters were grown one after the other from the first event on; such events are listed.
 *
 * Events at the same place count one by one, so that one address with many events is a cluster. With 'places' each
 * distinct place counts once, whatever happened there; snapped points are taken in that way only, because a shared point
 * stands for a whole street.
 *
 * @formula core: #{j: √((x_i − x_j)² + (y_i − y_j)²) ≤ eps} ≥ minPoints, i itself counted
 * @use for outlines of dense areas that follow streets and not cells
 * @avoid to compare periods or crime types of unequal numbers: eps and minPoints mean another density for each. It has no
 *   test of chance: {@link giStarOnGrid} has
 * @param points places of events, exact or snapped, in metres
 * @param eps longest distance between neighbours, in metres
 * @param minPoints events, or distinct places, that make a core, itself included
 * @param counting 'events' or 'places'; events when left out
 * @returns cluster and core mark of each event, sizes of the clusters, and events at more than one border
 * @throws TypeError if points does not say how exact it is, or is snapped and events are counted; RangeError if eps is not
 *   above 0, minPoints is not a whole number above 0 or counting is neither word
 * @see Ester M, Kriegel H-P, Sander J, Xu X (1996). A density-based algorithm for discovering clusters in large spatial databases with noise. Proceedings of the Second International Conference on Knowledge Discovery and Data Mining: 226–231.
 * @see Gunawan A (2013). A faster algorithm for DBSCAN. Master's thesis, Technische Universiteit Eindhoven.
 * @example dbscanClusters(exactPoints([0, 10, 20, 500], [0, 0, 0, 0]), 10, 3).labels // [1, 1, 1, 0]
 * @example dbscanClusters(exactPoints([0, 0, 0, 500], [0, 0, 0, 0]), 10, 3).sizes // [3]
 * @example dbscanClusters(exactPoints([0, 0, 0, 500], [0, 0, 0, 0]), 10, 3, 'places').sizes // []
 */
export function dbscanClusters(
  points: LocatedPoints,
  eps: number,
  minPoints: number,
  counting: 'events' | 'places' = 'events',
): DbscanClusters {
  requireLocatedPoints(points, 'points')
  requirePositive(eps, 'eps')
  requireWholeFrom(minPoints, 'minPoints', 1)
  requireChoice(counting, 'counting', ['events', 'places'])
  if (points.locations === 'snapped' && counting === 'events')
    throw new TypeError(
      "points are snapped, so that a shared point with many events would be a cluster of its own: count 'places', or give exact points.",
    )
  const { x, y, placeOf, events } = distinctPlaces(points.x, points.y)
  if (x.length === 0) return { labels: new Int32Array(), core: new Uint8Array(), sizes: [], sharedBorder: [] }
  const counts = counting === 'events' ? events : events.map(() => 1)
  const cells = smallCells(x, y, eps)
  const core = corePlaces(cells, counts, minPoints, eventsWithin(x, y, counts, eps))
  const clusters = placeClusters(cells, core, x, y, eps)
  return labelled(placeOf, core, clusters)
}

/**
 * Where a cell holds enough events all its places are cores, and none is where it holds too few with all cells around;
 * only elsewhere are the events around each place counted.
 */
function corePlaces(cells: SmallCells, counts: Int32Array, least: number, within: EventsWithin): Uint8Array {
  const { cellOf, start, aroundStart, around } = cells
  const held = new Float64Array(start.length - 1)
  for (let i = 0; i < counts.length; i++) held[cellOf[i]!]! += counts[i]!
  const possible = held.map((_, cell) => {
    let sum = 0
    for (let k = aroundStart[cell]!; k < aroundStart[cell + 1]!; k++) sum += held[around[k]!]!
    return sum
  })
  return Uint8Array.from(counts, (_, i) => {
    const cell = cellOf[i]!
    return Number(held[cell]! >= least || (possible[cell]! >= least && within(i, least) >= least))
  })
}

/** Clusters numbered in order of their first event; places are in that order already. */
function labelled(placeOf: Int32Array, core: Uint8Array, { clusterOf, shared }: PlaceClusters): DbscanClusters {
  const numbers = new Map<number, number>([[-1, 0]])
  for (const cluster of clusterOf) if (!numbers.has(cluster)) numbers.set(cluster, numbers.size)
  const labels = placeOf.map((place) => numbers.get(clusterOf[place]!)!)
  const sizes = new Array<number>(numbers.size - 1).fill(0)
  for (const label of labels) if (label > 0) sizes[label - 1]!++
  return {
    labels,
    core: Uint8Array.from(placeOf, (place) => core[place]!),
    sizes,
    sharedBorder: [...placeOf.keys()].filter((i) => shared[placeOf[i]!]),
  }
}
