import { CoverProgram } from './cover-program.ts'
import { type Demand, DemandPool } from './demand-pool.ts'

/**
 * Gives demands that an answer fails, given the y of every cell, up to a number; `whole` where all are 0 or 1 and must be
 * checked in full.
 */
export type FailedDemands = (y: Float64Array, whole: boolean, most?: number) => Demand[]

export interface Cover {
  taken: Uint8Array
  cost: number
  /** whether no cheaper one exists, as proved by the search */
  optimal: boolean
  /** what any answer costs at least, as proved */
  atLeast: number
}

const WHOLE = 1e-6
const ROOT_ROUNDS = 200

/**
 * The cheapest cells that meet every demand, by branch and cut. Costs are whole numbers, so a branch that cannot be
 * cheaper by 1 is left. `known` meets all demands already and is what remains if the effort allowed runs out: work of the
 * programme and, as `elsewhere` tells, of finding demands.
 */
export function leastCover(
  costs: Float64Array,
  failed: FailedDemands,
  known: Uint8Array,
  mostWork: number,
  elsewhere: () => number,
): Cover {
  const program = new CoverProgram(costs)
  const pool = new DemandPool(program)
  const y = new Float64Array(costs.length)
  let best = known
  let bestCost = costOf(costs, known)
  let complete = true
  let atLeast = 0
  const begun = elsewhere()
  const spent = () => program.work + elsewhere() - begun > mostWork
  const ceiling = () => bestCost - 0.99

  const look = () => {
    let whole = true
    for (let j = 0; j < y.length; j++) {
      const value = program.y(j)
      y[j] = Math.abs(value - Math.round(value)) < WHOLE ? Math.round(value) : value
      if (y[j] !== 0 && y[j] !== 1) whole = false
    }
    return whole
  }

  /** The cheapest y in parts that fails nothing known: true where it is whole and sound, undefined where none is cheap enough or the effort is spent. */
  const tightened = (rounds: number, root = false): boolean | undefined => {
    for (let round = 0; ; round++) {
      do {
        pool.trim()
        if (spent()) {
          complete = false
          return undefined
        }
        if (!program.solve(ceiling())) return undefined
        if (root) atLeast = Math.max(atLeast, program.cost)
      } while (pool.recall())
      const whole = look()
      if (!whole && round >= rounds) return false
      const demands = failed(y, whole)
      if (demands.length === 0) return whole
      pool.add(demands)
    }
  }

  const keep = () => {
    const taken = withoutSpare(costs, y, failed)
    const cost = costOf(costs, taken)
    if (cost >= bestCost) return
    best = taken
    bestCost = cost
  }

  /** A sound answer near the one in parts: takes the cells nearest to 1 for good, one after the other. */
  const dive = () => {
    const held: number[] = []
    let whole: boolean | undefined = false
    while (whole === false) {
      let next = -1
      for (let j = 0; j < y.length; j++) if (y[j]! < 1 && y[j]! > 0 && (next < 0 || y[j]! > y[next]!)) next = j
      program.hold(next, 1, 1)
      held.push(next)
      whole = tightened(1)
    }
    if (whole) keep()
    for (const cell of held) program.hold(cell, 0, 1)
  }

  const explore = (depth: number): void => {
    let whole = tightened(depth === 0 ? ROOT_ROUNDS : 1, depth === 0)
    if (depth === 0 && whole === false) {
      dive()
      whole = tightened(0, true)
      if (whole === false) dismiss()
    }
    if (whole) keep()
    if (whole !== false) return
    const cell = mostTorn(y)
    for (const side of [1, 0] as const) {
      program.hold(cell, side, side)
      explore(depth + 1)
      program.hold(cell, 0, 1)
    }
  }

  /** Leaves out for good what would make any answer dearer than the one known. */
  const dismiss = () => {
    for (let j = 0; j < y.length; j++)
      if (y[j] === 0 && program.cost + program.reducedCost(j) >= ceiling()) program.hold(j, 0, 0)
  }
  explore(0)
  return { taken: best, cost: bestCost, optimal: complete, atLeast: complete ? bestCost : Math.min(atLeast, bestCost) }
}

export function costOf(costs: Float64Array, taken: ArrayLike<number>): number {
  let cost = 0
  for (let j = 0; j < taken.length; j++) if (taken[j]) cost += costs[j]!
  return cost
}

/** A sound answer without the cells it does not need, the dearest given back first. */
export function withoutSpare(costs: Float64Array, sound: Float64Array, failed: FailedDemands): Uint8Array {
  const y = Float64Array.from(sound)
  const taken = [...y.keys()].filter((k) => y[k] === 1).sort((a, b) => costs[b]! - costs[a]! || a - b)
  for (const k of taken) {
    y[k] = 0
    if (failed(y, true, 1).length > 0) y[k] = 1
  }
  return Uint8Array.from(y)
}

function mostTorn(y: Float64Array): number {
  let cell = -1
  let least = 0.5
  for (let j = 0; j < y.length; j++) {
    const distance = Math.abs(y[j]! - 0.5)
    if (distance >= least - 1e-9 && cell >= 0) continue
    if (distance < 0.5) {
      cell = j
      least = distance
    }
  }
  return cell
}
