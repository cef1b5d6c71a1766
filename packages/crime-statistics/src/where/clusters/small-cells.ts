import { ascendingOrder } from '../hot-spots/ascending-order.ts'

/** Places sorted into squares so small that all places of one are within `eps` of each other. Empty squares are no cells. */
export interface SmallCells {
  cellOf: Int32Array
  /** places of cell c are `members[start[c]]` up to but not including `members[start[c + 1]]` */
  start: Int32Array
  members: Uint32Array
  /** cells that can hold a place within `eps` of one of cell c's, itself included, from `around[aroundStart[c]]` on */
  aroundStart: Int32Array
  around: Int32Array
}

/** The diagonal of a square of 0.7 eps is 0.99 eps: within eps whatever is rounded. Two squares further on is 1.4 eps. */
const SIDE = 0.7
const REACH = 2

export function smallCells(x: Float64Array, y: Float64Array, eps: number): SmallCells {
  const columns = stepsFromLeast(x, SIDE * eps)
  const rows = stepsFromLeast(y, SIDE * eps)
  const perColumn = rows.count + 2 * REACH // empty squares between columns: a step up never leads into the next one
  if (!(columns.count * perColumn < Number.MAX_SAFE_INTEGER))
    throw new RangeError(`eps is ${eps}, too small beside the area that the places reach over: give a larger eps.`)
  const keys = columns.steps.map((column, i) => column * perColumn + rows.steps[i]!)
  const members = ascendingOrder(keys)
  const cellOf = new Int32Array(x.length)
  const starts: number[] = []
  for (let k = 0; k < members.length; k++) {
    if (k === 0 || keys[members[k]!] !== keys[members[k - 1]!]) starts.push(k)
    cellOf[members[k]!] = starts.length - 1
  }
  const ofCells = Float64Array.from(starts, (k) => keys[members[k]!]!)
  return { cellOf, start: Int32Array.from([...starts, members.length]), members, ...cellsAround(ofCells, perColumn) }
}

function stepsFromLeast(values: Float64Array, side: number): { steps: Float64Array; count: number } {
  const least = values.reduce((a, b) => Math.min(a, b))
  const steps = values.map((value) => Math.floor((value - least) / side))
  return { steps, count: steps.reduce((a, b) => Math.max(a, b)) + 1 }
}

/** Cells next door are joined first, and most that are further away need no look then. */
const NEAREST_FIRST = [0, 1, -1, 2, -2]

/** Walks the ascending keys with a pointer for each of the five columns around: no cell is looked up. */
function cellsAround(keys: Float64Array, perColumn: number): Pick<SmallCells, 'around' | 'aroundStart'> {
  const aroundStart = new Int32Array(keys.length + 1)
  const around: number[] = []
  const pointers = new Int32Array(2 * REACH + 1)
  for (let cell = 0; cell < keys.length; cell++) {
    for (const across of NEAREST_FIRST) {
      const middle = keys[cell]! + across * perColumn
      let next = pointers[across + REACH]!
      while (next < keys.length && keys[next]! < middle - REACH) next++
      pointers[across + REACH] = next
      for (; next < keys.length && keys[next]! <= middle + REACH; next++) around.push(next)
    }
    aroundStart[cell + 1] = around.length
  }
  return { aroundStart, around: Int32Array.from(around) }
}
