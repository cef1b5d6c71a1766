import type { CoverProgram } from './cover-program.ts'

/** A demand on the cells to take: Σ share·y ≥ least. */
export interface Demand {
  cells: Int32Array
  shares: Float64Array
  /** 1, or 0 where some shares are negative */
  least: 0 | 1
}

const AMPLE = 0.3
const AT_ONCE = 60
const ZERO = 1e-7

/** All demands ever found. The programme holds those that bind; the others wait here and are looked at again each time. */
export class DemandPool {
  readonly #program: CoverProgram
  readonly #demands: Demand[] = []
  /** demands in the programme, by the order in which they were added to it */
  readonly #added: number[] = []
  readonly #waiting = new Set<number>()

  constructor(program: CoverProgram) {
    this.#program = program
  }

  add(demands: readonly Demand[]): void {
    for (const demand of demands) {
      this.#waiting.add(this.#demands.length)
      this.#demands.push(demand)
    }
    this.recall()
  }

  /** Takes demands that do not bind out of the programme once it has grown large. */
  trim(): void {
    if (this.#program.demands < 100 + 0.5 * this.#program.size) return
    for (const order of this.#program.forget(AMPLE)) this.#waiting.add(this.#added[order]!)
  }

  /** Puts back the waiting demands that are failed most; false where none is. */
  recall(): boolean {
    const failed: { place: number; miss: number }[] = []
    for (const place of this.#waiting) {
      const { cells, shares, least } = this.#demands[place]!
      let miss: number = least
      for (let i = 0; i < cells.length; i++) miss -= shares[i]! * this.#program.y(cells[i]!)
      if (miss > ZERO) failed.push({ place, miss })
    }
    failed.sort((a, b) => b.miss - a.miss || a.place - b.place)
    for (const { place } of failed.slice(0, AT_ONCE)) {
      this.#program.add(this.#demands[place]!)
      this.#added.push(place)
      this.#waiting.delete(place)
    }
    return failed.length > 0
  }
}
