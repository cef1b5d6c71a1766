import type { Demand } from './demand-pool.ts'
import type { HidingProblem, Outlook } from './hiding-problem.ts'
import { RelationSpace } from './relation-space.ts'
import { pushWhole, standsWhole } from './whole-tables.ts'

const ZERO = 1e-7

/** A cell that could be pinned down, and the demand that any sound choice of hidden cells meets. */
export interface Exposure {
  cell: number
  outlook: number
  demand: Demand
}

/**
 * The outsider's attack on a choice of hidden cells, one linear programme a cell and side: for every cell whose range
 * is too narrow, the proof that it is says which further cells would have widened it (a cut, in the sense of Benders).
 * Tables found on the way are witnesses for many cells at once, so most cells need no programme of their own.
 */
export class Attack {
  readonly #problem: HidingProblem
  readonly #spaces: readonly RelationSpace[]
  readonly #weights: Float64Array

  constructor(problem: HidingProblem) {
    this.#problem = problem
    this.#spaces = problem.outlooks.map(() => new RelationSpace(problem.values.length, problem.relations))
    this.#weights = new Float64Array(problem.values.length)
  }

  get work(): number {
    return this.#spaces.reduce((sum, { work }) => sum + work, 0)
  }

  /**
   * Cells that this choice leaves exposed. `hidden` is 1 for hidden cells, 0 for shown ones, between for cells the search
   * has not decided on. With `whole` the answer is exact: a cell not listed has two tables of whole numbers, in line with
   * everything published, that lie as far apart as is asked.
   */
  exposures(hidden: Float64Array, whole: boolean, most = Infinity): Exposure[] {
    const found: Exposure[] = []
    for (const [o, outlook] of this.#problem.outlooks.entries()) {
      if (found.length >= most) break
      const space = this.#spaces[o]!
      this.#bound(space, outlook, hidden, whole)
      this.#look(space, outlook, o, hidden, whole, most, found)
    }
    return found
  }

  #bound(space: RelationSpace, { down, up, need }: Outlook, hidden: Float64Array, whole: boolean): void {
    const widest = need.reduce((most, width) => Math.max(most, width), 0)
    for (let j = 0; j < hidden.length; j++) {
      // Cells not decided on may move in part, and no further than any flow through a cell in need has to.
      const limit = whole || hidden[j] === 1 ? Infinity : widest
      space.least[j] = hidden[j] === 0 ? 0 : -Math.min(down[j]!, limit) * hidden[j]!
      space.most[j] = hidden[j] === 0 ? 0 : Math.min(up[j]!, limit) * hidden[j]!
    }
    space.stand(new Float64Array(hidden.length))
    space.settle()
  }

  #look(
    space: RelationSpace,
    outlook: Outlook,
    o: number,
    hidden: Float64Array,
    whole: boolean,
    most: number,
    found: Exposure[],
  ): void {
    const highest = new Float64Array(hidden.length)
    const lowest = new Float64Array(hidden.length)
    const note = () => {
      if (whole && !standsWhole(space)) return
      for (let j = 0; j < highest.length; j++) {
        const value = space.x[j]!
        if (value > highest[j]!) highest[j] = value
        else if (value < lowest[j]!) lowest[j] = value
      }
    }
    const { need } = outlook
    for (let cell = 0; cell < need.length && found.length < most; cell++) {
      if (need[cell] === 0) continue
      const open = () => highest[cell]! - lowest[cell]! >= need[cell]! - ZERO
      this.#weights.fill(0)
      let relaxed = 0
      for (const side of [1, -1] as const) {
        if (open()) break
        const enough = side > 0 ? lowest[cell]! + need[cell]! : highest[cell]! - need[cell]!
        const reach = Math.abs(space.push(cell, side, enough))
        relaxed += reach
        if (reach < Math.abs(enough) - ZERO) this.#prove(space, cell, side, outlook)
        if (whole && !standsWhole(space) && reach < Infinity) pushWhole(space, cell, side, enough)
        if (reach === Infinity) (side > 0 ? highest : lowest)[cell] = side * Infinity
        else note()
      }
      if (open()) continue
      const demand = relaxed < need[cell]! - ZERO ? this.#demandFrom(need[cell]!, hidden) : this.#anyOther(hidden)
      if (demand) found.push({ cell, outlook: o, demand })
    }
  }

  /** Adds what each other cell could have given, were it hidden, to the weights. */
  #prove(space: RelationSpace, cell: number, side: 1 | -1, { down, up }: Outlook): void {
    space.proof(cell, side, (other, weight) => {
      this.#weights[other]! += weight > 0 ? weight * up[other]! : -weight * down[other]!
    })
  }

  /** Σ weight·hidden ≥ need, less what cells that are hidden anyway give; no weight needs to be above what is left. */
  #demandFrom(need: number, hidden: Float64Array): Demand | undefined {
    const { primary, candidate } = this.#problem
    let left = need
    for (let j = 0; j < hidden.length; j++) if (primary[j]) left -= this.#weights[j]!
    if (left <= ZERO) return undefined
    const cells: number[] = []
    const shares: number[] = []
    let met = 0
    for (let j = 0; j < hidden.length; j++) {
      if (!candidate[j] || this.#weights[j]! <= ZERO) continue
      const share = Math.min(1, this.#weights[j]! / left)
      cells.push(j)
      shares.push(share)
      met += share * hidden[j]!
    }
    return met > 1 - ZERO ? undefined : { cells: Int32Array.from(cells), shares: Float64Array.from(shares), least: 1 }
  }

  /**
   * Cells that an undecided choice hides for nothing: alone in a sum, a hidden cell is told by the rest of it, and hiding
   * it protects no other. So each takes another of its sum with it: Σ others ≥ cell.
   */
  alone(hidden: Float64Array): Demand[] {
    const { relations, candidate } = this.#problem
    const demands: Demand[] = []
    for (const { total, parts } of relations) {
      const sum = [total, ...parts]
      const all = sum.reduce((most, j) => most + hidden[j]!, 0)
      for (const j of sum) {
        if (!candidate[j] || 2 * hidden[j]! <= all + ZERO) continue
        const cells = Int32Array.from(sum.filter((other) => candidate[other]))
        demands.push({ cells, shares: Float64Array.from(cells, (other) => (other === j ? -1 : 1)), least: 0 })
      }
    }
    return demands
  }

  /** Where only whole numbers fail: some cell that is shown now has to be hidden, whichever. */
  #anyOther(hidden: Float64Array): Demand {
    const cells = Int32Array.from([...hidden.keys()].filter((j) => this.#problem.candidate[j] && hidden[j] === 0))
    return { cells, shares: new Float64Array(cells.length).fill(1), least: 1 }
  }
}
