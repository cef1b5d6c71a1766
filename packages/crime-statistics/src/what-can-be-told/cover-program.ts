import type { Demand } from './demand-pool.ts'

const ZERO = 1e-9

/**
 * Which cells to take so that every demand is met at the least cost: minimise Σ cost·y, y 0 or 1, with each demand
 * Σ share·y ≥ least. A dual simplex tableau that demands can be added to at any time, and a depth-first branch and bound
 * over it that asks for more demands (“lazy cuts”) whenever it has found an answer to those it knows.
 */
export class CoverProgram {
  readonly size: number
  /** value of each variable: the y of the cells, then how far each demand is over-met */
  #value: number[] = []
  #least: number[] = []
  #most: number[] = []
  /** variables outside the basis, and their reduced costs */
  readonly #outside: Int32Array
  readonly #reduced: Float64Array
  /** rows of the tableau: basic = start + Σ row[k]·outside[k] */
  #rows: Float64Array[] = []
  #basic: number[] = []
  /** place outside (0 or more), or −1 − row */
  #place: number[] = []
  /** cost of the current values */
  cost = 0
  /** multiplications so far, as a measure of effort that is the same on every machine */
  work = 0

  constructor(costs: Float64Array) {
    this.size = costs.length
    this.#outside = Int32Array.from(costs, (_, j) => j)
    this.#reduced = Float64Array.from(costs)
    this.#value = new Array(costs.length).fill(0)
    this.#least = new Array(costs.length).fill(0)
    this.#most = new Array(costs.length).fill(1)
    this.#place = Array.from(costs, (_, j) => j)
  }

  get demands(): number {
    return this.#rows.length
  }

  y(cell: number): number {
    return this.#value[cell]!
  }

  /** How much more an answer would cost at least if this cell were to leave the bound it is at; 0 for others. */
  reducedCost(cell: number): number {
    const place = this.#place[cell]!
    return place < 0 ? 0 : this.#reduced[place]!
  }

  add({ cells, shares, least }: Demand): void {
    const row = new Float64Array(this.size)
    let value = -least
    for (const [i, cell] of cells.entries()) {
      value += shares[i]! * this.#value[cell]!
      const place = this.#place[cell]!
      if (place >= 0) row[place]! += shares[i]!
      else {
        const basic = this.#rows[-1 - place]!
        for (let k = 0; k < row.length; k++) if (basic[k] !== 0) row[k]! += shares[i]! * basic[k]!
      }
    }
    const surplus = this.#value.length
    this.#value.push(value)
    this.#least.push(0)
    this.#most.push(Infinity)
    this.#place.push(-1 - this.#rows.length)
    this.#basic.push(surplus)
    this.#rows.push(row)
  }

  /** Takes demands out that are met with more than `ample` to spare, so that the tableau stays small; says which, by order of adding. */
  forget(ample: number): number[] {
    const kept: number[] = []
    const forgotten: number[] = []
    for (const [r, variable] of this.#basic.entries())
      if (variable < this.size || this.#value[variable]! <= ample) kept.push(r)
      else forgotten.push(variable - this.size)
    this.#rows = kept.map((r) => this.#rows[r]!)
    this.#basic = kept.map((r) => this.#basic[r]!)
    for (const [r, variable] of this.#basic.entries()) this.#place[variable] = -1 - r
    return forgotten
  }

  /** Holds a cell between two bounds: 0 and 0, 1 and 1, or 0 and 1 again. */
  hold(cell: number, least: 0 | 1, most: 0 | 1): void {
    this.#least[cell] = least
    this.#most[cell] = most
    const place = this.#place[cell]!
    if (place < 0) return
    const to = least === most ? least : this.#reduced[place]! >= 0 ? 0 : 1
    this.#shift(place, to - this.#value[cell]!)
  }

  #shift(place: number, by: number): void {
    if (by === 0) return
    this.#value[this.#outside[place]!]! += by
    this.cost += by * this.#reduced[place]!
    for (let r = 0; r < this.#rows.length; r++) {
      const slope = this.#rows[r]![place]!
      if (slope !== 0) this.#value[this.#basic[r]!]! += slope * by
    }
  }

  /** The cheapest y between 0 and 1; false where the demands cannot be met, or not below `ceiling`. */
  solve(ceiling = Infinity): boolean {
    for (let step = 0; ; step++) {
      if (this.cost >= ceiling) return false
      const r = this.#leaving(step > 5000)
      if (r < 0) return true
      const variable = this.#basic[r]!
      const up = this.#value[variable]! < this.#least[variable]!
      const bound = up ? this.#least[variable]! : this.#most[variable]!
      const place = this.#enteringFor(r, up ? 1 : -1)
      if (place < 0) return false
      this.#exchange(r, place, bound)
    }
  }

  #leaving(first: boolean): number {
    let worst = -1
    let most = ZERO
    for (let r = 0; r < this.#rows.length; r++) {
      const variable = this.#basic[r]!
      const value = this.#value[variable]!
      const miss = Math.max(this.#least[variable]! - value, value - this.#most[variable]!)
      if (miss <= most) continue
      worst = r
      if (first) break
      most = miss
    }
    return worst
  }

  #enteringFor(r: number, side: 1 | -1): number {
    const row = this.#rows[r]!
    let best = -1
    let ratio = Infinity
    let size = 0
    for (let k = 0; k < row.length; k++) {
      const slope = row[k]! * side
      if (Math.abs(slope) <= ZERO) continue
      const variable = this.#outside[k]!
      if (this.#least[variable] === this.#most[variable]) continue
      const atLeast = this.#value[variable]! <= this.#least[variable]! + ZERO
      if (atLeast ? slope < 0 : slope > 0) continue
      const rate = Math.abs(this.#reduced[k]!) / Math.abs(slope)
      if (rate < ratio - ZERO || (rate <= ratio + ZERO && Math.abs(slope) > size)) {
        best = k
        ratio = Math.min(rate, ratio)
        size = Math.abs(slope)
      }
    }
    return best
  }

  #exchange(r: number, place: number, bound: number): void {
    const row = this.#rows[r]!
    const slope = row[place]!
    const leaving = this.#basic[r]!
    const entering = this.#outside[place]!
    this.#shift(place, (bound - this.#value[leaving]!) / slope)
    this.#value[leaving] = bound
    // entering = (leaving − Σ others) / slope
    const places: number[] = []
    for (let k = 0; k < row.length; k++) {
      if (k === place || row[k] === 0) continue
      row[k]! /= -slope
      places.push(k)
    }
    row[place] = 1 / slope
    const substitute = (line: Float64Array) => {
      const factor = line[place]!
      if (factor === 0) return
      this.work += places.length
      for (const k of places) {
        const value = line[k]! + factor * row[k]!
        line[k] = Math.abs(value) < 1e-12 ? 0 : value
      }
      line[place] = factor * row[place]!
    }
    for (let other = 0; other < this.#rows.length; other++) if (other !== r) substitute(this.#rows[other]!)
    substitute(this.#reduced)
    this.#basic[r] = entering
    this.#outside[place] = leaving
    this.#place[entering] = -1 - r
    this.#place[leaving] = place
  }
}
