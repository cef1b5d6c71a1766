import type { RelationSpace } from './relation-space.ts'

const WHOLE = 1e-6
const NODES = 2000

export interface WholeLimit {
  value: number
  /** false where the search ended early: the value is then how far cells that need not be whole can go, never less */
  proved: boolean
  /** how far the tables of whole numbers that were found go, never more than can be; infinite the other way where none was */
  reached: number
}

/** Whether the table we are at is one of whole numbers that satisfies all relations and bounds: a witness, exactly. */
export function standsWhole({ x, least, most, relations }: RelationSpace): boolean {
  for (let j = 0; j < x.length; j++) {
    const whole = Math.round(x[j]!)
    if (Math.abs(x[j]! - whole) > WHOLE || whole < least[j]! || whole > most[j]!) return false
  }
  return relations.every(({ total, parts }) => {
    let sum = 0
    for (const part of parts) sum += Math.round(x[part]!)
    return sum === Math.round(x[total]!)
  })
}

/**
 * As `push`, over tables of whole numbers only, by branch and bound on cells that come out in parts. Leaves us at the
 * table found. Some table of whole numbers must exist: the true one does.
 */
export function pushWhole(space: RelationSpace, cell: number, side: 1 | -1, enough = side * Infinity): WholeLimit {
  const relaxed = space.push(cell, side, enough)
  // Without a limit in parts there is none in whole numbers: a multiple of the way out is whole.
  if (!Number.isFinite(relaxed)) return { value: relaxed, proved: true, reached: relaxed }
  if (standsWhole(space)) {
    const value = Math.round(relaxed)
    return { value, proved: true, reached: value }
  }
  let best = -side * Infinity
  let witness: Float64Array | undefined
  let nodes = 0
  const search = (): void => {
    if (nodes++ > NODES || side * (best - enough) >= 0) return
    const limit = side * Math.floor(side * space.push(cell, side, enough) + WHOLE)
    if (side * (limit - best) <= 0) return
    const torn = space.x.findIndex((value) => Math.abs(value - Math.round(value)) > WHOLE)
    if (torn < 0) {
      if (!standsWhole(space)) return
      best = limit
      witness = space.x.map(Math.round)
      return
    }
    const [least, most] = [space.least[torn]!, space.most[torn]!]
    const below = Math.floor(space.x[torn]!)
    for (const half of ['above', 'below']) {
      if (half === 'below') space.most[torn] = below
      else space.least[torn] = below + 1
      if (space.enter()) search()
      space.least[torn] = least
      space.most[torn] = most
    }
  }
  search()
  space.enter()
  if (witness) {
    // Non-basic cells at whole values; the basic ones follow from them.
    space.stand(witness)
    space.settle()
  }
  return nodes > NODES && side * (best - enough) < 0
    ? { value: side * Math.floor(side * relaxed + WHOLE), proved: false, reached: best }
    : { value: best, proved: true, reached: best }
}
