import type { Demand } from './demand-pool.ts'
import { Attack } from './hiding-demands.ts'
import type { HidingProblem } from './hiding-problem.ts'
import { type FailedDemands, leastCover, withoutSpare } from './least-cover.ts'

export interface Hiding {
  /** 1 for every cell that is hidden, primary or not */
  hidden: Uint8Array
  /** whether fewer cells, or as many with less information, are proved not to do */
  optimal: boolean
  /** cells beside the primary ones that any sound choice hides at least, as proved */
  furtherAtLeast: number
}

/** Costs are kept below this in all, so that a difference of 1 shows in them. */
const INFORMATION = 1e6

/**
 * The fewest further cells to hide so that every cell in need stays open to the outsider (some choice must do: {@link protectable}) – of choices with as few, the
 * one that hides the least in sum. First a sound choice by a greedy pass, then branch and cut until no better one is
 * left or the effort is spent; either way what is returned has been attacked in whole numbers and held.
 */
export function leastHiding(problem: HidingProblem, mostWork: number): Hiding {
  const attack = new Attack(problem)
  const cells = Int32Array.from([...problem.candidate.keys()].filter((j) => problem.candidate[j]))
  const costs = hidingCosts(problem.values, cells)
  const hiddenWith = (y: ArrayLike<number>) => {
    const hidden = Float64Array.from(problem.primary)
    for (const [k, j] of cells.entries()) hidden[j] = y[k]!
    return hidden
  }
  const place = new Int32Array(problem.values.length)
  for (const [k, j] of cells.entries()) place[j] = k
  const failed = (y: Float64Array, whole: boolean, most?: number): Demand[] => {
    const hidden = hiddenWith(y)
    const demands = attack.exposures(hidden, whole, most).map(({ demand }) => demand)
    if (!whole) demands.push(...attack.alone(hidden))
    return demands.map((demand) => ({ ...demand, cells: demand.cells.map((j) => place[j]!) }))
  }
  const known = greedyCover(costs, failed)
  const { taken, optimal, atLeast } = leastCover(costs, failed, known, mostWork, () => attack.work)
  const further = taken.reduce((sum, is) => sum + is, 0)
  return {
    hidden: Uint8Array.from(hiddenWith(taken)),
    optimal,
    furtherAtLeast: optimal ? further : fewestCosting(costs, atLeast),
  }
}

/** The fewest cells that can cost as much, less what rounding of the programme may have added. */
function fewestCosting(costs: Float64Array, atLeast: number): number {
  const dearest = costs.slice().sort().reverse()
  let cells = 0
  for (let left = atLeast * (1 - 1e-7); left > 0 && cells < dearest.length; cells++) left -= dearest[cells]!
  return cells
}

/** One unit a cell, and a fraction for what it says: its value. In whole numbers, so that costs compare exactly. */
function hidingCosts(values: Float64Array, cells: Int32Array): Float64Array {
  let sum = 0
  for (const j of cells) sum += values[j]!
  const scale = sum > INFORMATION ? INFORMATION / sum : 1
  const information = Float64Array.from(cells, (j) => Math.round(values[j]! * scale))
  const one = information.reduce((total, value) => total + value, 1)
  return information.map((value) => one + value)
}

/** A sound choice: takes the cell that meets most of the failed demands for its cost until none fails, then gives back what it can. */
function greedyCover(costs: Float64Array, failed: FailedDemands): Uint8Array {
  const y = new Float64Array(costs.length)
  for (let demands = failed(y, true); demands.length > 0; demands = failed(y, true)) {
    let open = demands.map((demand) => ({ ...demand, left: 1 }))
    while (open.length > 0) {
      const gain = new Float64Array(costs.length)
      for (const { cells, shares, left } of open)
        for (const [i, k] of cells.entries()) if (y[k] === 0) gain[k]! += Math.min(shares[i]!, left)
      let best = 0
      for (let k = 1; k < gain.length; k++) if (gain[k]! / costs[k]! > gain[best]! / costs[best]!) best = k
      if (gain[best] === 0) break
      y[best] = 1
      open = open.flatMap((demand) => {
        const i = demand.cells.indexOf(best)
        const left = demand.left - (i < 0 ? 0 : demand.shares[i]!)
        return left > 1e-9 ? [{ ...demand, left }] : []
      })
    }
  }
  return withoutSpare(costs, y, failed)
}

/** The problem less what nothing can give: cells that can be pinned down even with every other one hidden, and those. */
export function protectable(problem: HidingProblem): { problem: HidingProblem; exposed: number[] } {
  const everything = Float64Array.from(problem.primary, (primary, j) => (primary || problem.candidate[j] ? 1 : 0))
  const lost = new Attack(problem).exposures(everything, true)
  const outlooks = problem.outlooks.map((outlook, o) => {
    const need = Float64Array.from(outlook.need)
    for (const { cell, outlook: of } of lost) if (of === o) need[cell] = 0
    return { ...outlook, need }
  })
  return {
    problem: { ...problem, outlooks },
    exposed: [...new Set(lost.map(({ cell }) => cell))].sort((a, b) => a - b),
  }
}
