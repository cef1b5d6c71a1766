/** Places sorted into squares so small that all places of one are within `eps` of each other. */
export interface SmallCells {
  cellOf: Int32Array
  /** places of cell c are `members[start[c]]` up to but not including `members[start[c + 1]]` */
  start: Int32Array
  members: Int32Array
  /** the cells around each cell that can hold a place within `eps` of one of its places */
  around(cell: number): readonly number[]
}

/** The diagonal of a square of 0.7 eps is 0.99 eps: within eps whatever is rounded. Two squares further on is 1.4 eps. */
const SIDE = 0.7
const REACH = 2

export function smallCells(x: Float64Array, y: Float64Array, eps: number): SmallCells {
  const side = SIDE * eps
  const west = x.reduce((least, value) => Math.min(least, value), Infinity)
  const south = y.reduce((least, value) => Math.min(least, value), Infinity)
  const rows = Math.floor((y.reduce((most, value) => Math.max(most, value), -Infinity) - south) / side) + 1 + 2 * REACH
  const columns = Math.floor((x.reduce((most, value) => Math.max(most, value), -Infinity) - west) / side) + 1
  if (!(columns * rows < Number.MAX_SAFE_INTEGER))
    throw new RangeError(`eps is ${eps} and the places reach over ${columns} × ${rows} times that: give a larger eps.`)
  const keyOf = (i: number) => Math.floor((x[i]! - west) / side) * rows + Math.floor((y[i]! - south) / side)
  const cells = new Map<number, number>()
  const keys: number[] = []
  const cellOf = Int32Array.from(x, (_, i) => {
    const key = keyOf(i)
    const known = cells.get(key)
    if (known !== undefined) return known
    cells.set(key, keys.length)
    return keys.push(key) - 1
  })
  const start = new Int32Array(keys.length + 1)
  for (const cell of cellOf) start[cell + 1]!++
  for (let cell = 0; cell < keys.length; cell++) start[cell + 1]! += start[cell]!
  const members = new Int32Array(x.length)
  const next = start.slice()
  for (const [i, cell] of cellOf.entries()) members[next[cell]!++] = i
  const found: (number[] | undefined)[] = new Array(keys.length)
  const around = (cell: number) => {
    found[cell] ??= STEPS.flatMap(([across, up]) => cells.get(keys[cell]! + across * rows + up) ?? [])
    return found[cell]
  }
  return { cellOf, start, members, around }
}

/** Steps to the cells around, the nearest first; rows are padded, so that a step up never lands in the next column. */
const STEPS: [across: number, up: number][] = []
for (let across = -REACH; across <= REACH; across++)
  for (let up = -REACH; up <= REACH; up++) if (across !== 0 || up !== 0) STEPS.push([across, up])
STEPS.sort((a, b) => a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2)
