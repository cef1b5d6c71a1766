import { type CoreCell, coreCells, type Reach, reachOf } from './core-cells.ts'
import { Joined } from './joined.ts'
import type { SmallCells } from './small-cells.ts'

export interface PlaceClusters {
  /** for each place its cluster as the place of its first core, or −1 */
  clusterOf: Int32Array
  /** for each place 1 where it borders on more than one cluster */
  shared: Uint8Array
}

/** Clusters of cores that reach each other, and the places at their borders: the cluster whose first core comes first. */
export function placeClusters(
  cells: SmallCells,
  core: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  eps: number,
): PlaceClusters {
  const reach = reachOf(x, y, eps)
  const cores = coreCells(cells, core, x, y)
  const joined = joinedCells(cells, cores, reach)
  const firstCore = new Int32Array(cores.length).fill(-1)
  const clusterOf = new Int32Array(x.length).fill(-1)
  const shared = new Uint8Array(x.length)
  for (let i = 0; i < x.length; i++) {
    if (!core[i]) continue
    const set = joined.find(cells.cellOf[i]!)
    if (firstCore[set]! < 0) firstCore[set] = i
    clusterOf[i] = firstCore[set]!
  }
  for (let i = 0; i < x.length; i++) {
    if (core[i]) continue
    const own = cells.cellOf[i]!
    for (let k = cells.aroundStart[own]!; k < cells.aroundStart[own + 1]!; k++) {
      const cell = cells.around[k]!
      const cluster = firstCore[joined.find(cell)]!
      if (cluster < 0 || cluster === clusterOf[i] || !reach.core(i, cores[cell]!)) continue
      if (clusterOf[i]! >= 0) shared[i] = 1
      clusterOf[i] = clusterOf[i]! < 0 ? cluster : Math.min(clusterOf[i]!, cluster)
    }
  }
  return { clusterOf, shared }
}

/** Cells joined where a core of one is within reach of a core of the other; cores of one cell always are. */
function joinedCells(cells: SmallCells, cores: CoreCell[], reach: Reach): Joined {
  const joined = new Joined(cores.length)
  for (const [cell, own] of cores.entries()) {
    if (own.places.length === 0) continue
    for (let k = cells.aroundStart[cell]!; k < cells.aroundStart[cell + 1]!; k++) {
      const other = cells.around[k]!
      const theirs = cores[other]!
      if (other <= cell || theirs.places.length === 0 || joined.find(cell) === joined.find(other)) continue
      const facing = theirs.places.filter((i) => reach.rectangle(i, own))
      if (own.places.some((i) => reach.rectangle(i, theirs) && facing.some((j) => reach.place(i, j))))
        joined.join(cell, other)
    }
  }
  return joined
}
