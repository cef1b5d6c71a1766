/**
 * All tables that satisfy the relations (each total is the sum of its parts) and have every cell within two bounds,
 * with a way to go through them: the bounded-variable simplex method on one tableau that is kept from question to
 * question. Each question (“how large can this cell be?”) starts from the answer to the one before, and the row of the
 * tableau is the proof that it cannot be larger. HiGHS was tried beside it: as good an
 * answer, but 3.5 MB to load before the first question, and its own proofs are not at hand.
 *
 * With one-way nested totals every pivot is 1 or −1 and every value whole, so the arithmetic is exact.
 */
export interface Relation {
  total: number
  parts: readonly number[]
}

const ZERO = 1e-9
/** Cells are whole or simple parts of whole numbers: what is further outside its bounds than this is not there by rounding. */
const OUTSIDE = 1e-7
const PATIENCE = 40

export class RelationSpace {
  readonly size: number
  /** the table we are at; satisfies the relations, and the bounds once {@link enter} or {@link stand} has been called */
  readonly x: Float64Array
  readonly least: Float64Array
  readonly most: Float64Array
  readonly relations: readonly Relation[]
  /** multiplications and comparisons so far, as a measure of effort that is the same on every machine */
  work = 0
  /** rows of the tableau: basic + Σ row[j]·x[j] = 0 over the others */
  #rows: Float64Array[] = []
  /** the basic cell of each row */
  #basic: Int32Array = new Int32Array()
  /** the row of each basic cell, −1 for the others */
  readonly #rowOf: Int32Array

  constructor(size: number, relations: readonly Relation[]) {
    this.size = size
    this.relations = relations
    this.x = new Float64Array(size)
    this.least = new Float64Array(size)
    this.most = new Float64Array(size)
    this.#rowOf = new Int32Array(size)
    this.#build()
  }

  /** Gauss–Jordan elimination; relations that follow from others (the grand total by columns) drop out. */
  #build(): void {
    this.#rowOf.fill(-1)
    this.#rows = []
    const basic: number[] = []
    for (const { total, parts } of this.relations) {
      const row = new Float64Array(this.size)
      row[total] = 1
      for (const part of parts) row[part]! -= 1
      for (const [r, cell] of basic.entries()) subtract(row, this.#rows[r]!, row[cell]!)
      const pivot = pivotOf(row, total)
      if (pivot < 0) continue
      const scale = row[pivot]!
      for (let j = 0; j < row.length; j++) row[j] = Math.abs(row[j]!) < ZERO ? 0 : row[j]! / scale
      for (const other of this.#rows) subtract(other, row, other[pivot]!)
      this.#rows.push(row)
      this.#rowOf[pivot] = basic.length
      basic.push(pivot)
    }
    this.#basic = Int32Array.from(basic)
  }

  /** Puts us at a table that is known to satisfy relations and bounds. */
  stand(table: ArrayLike<number>): void {
    this.x.set(table)
  }

  /** Values of the basic cells from the others, so that no rounding gathers; a tableau that has drifted is made anew. */
  settle(): void {
    this.#follow()
    for (const { total, parts } of this.relations) {
      let gap = this.x[total]!
      for (const part of parts) gap -= this.x[part]!
      if (Math.abs(gap) <= 1e-7 * (1 + Math.abs(this.x[total]!))) continue
      this.#build()
      this.#follow()
      return
    }
  }

  #follow(): void {
    for (const [r, row] of this.#rows.entries()) {
      let value = 0
      for (let j = 0; j < row.length; j++) if (row[j] !== 0 && this.#rowOf[j]! < 0) value -= row[j]! * this.x[j]!
      this.x[this.#basic[r]!] = value
    }
  }

  /** Goes to some table within the bounds, from wherever we are; false where there is none. */
  enter(): boolean {
    for (let j = 0; j < this.size; j++) {
      if (this.least[j]! > this.most[j]!) return false // it would be moved to and fro between them for ever
      if (this.#rowOf[j]! >= 0) continue
      if (this.x[j]! < this.least[j]!) this.x[j] = this.least[j]!
      else if (this.x[j]! > this.most[j]!) this.x[j] = this.most[j]!
    }
    this.settle()
    const pull = new Float64Array(this.size)
    let stuck = 0
    for (;;) {
      pull.fill(0)
      let outside = 0
      for (const [r, row] of this.#rows.entries()) {
        const cell = this.#basic[r]!
        const side = this.#outside(cell)
        if (side === 0) continue
        outside++
        for (let j = 0; j < row.length; j++) if (row[j] !== 0) pull[j]! -= side * row[j]!
      }
      if (outside === 0) return true
      const j = this.#entering(pull, stuck > PATIENCE)
      if (j < 0) return false
      stuck = this.#move(j, pull[j]! > 0 ? 1 : -1, stuck > PATIENCE) > ZERO ? 0 : stuck + 1
    }
  }

  /**
   * Moves to a table where the cell is as large (side 1) or as small (side −1) as can be, or has reached `enough`.
   * Returns its value; infinite where there is no limit.
   */
  push(cell: number, side: 1 | -1, enough: number = side * Infinity): number {
    const pull = new Float64Array(this.size)
    let stuck = 0
    for (;;) {
      if (side * (this.x[cell]! - enough) >= -ZERO) return this.x[cell]!
      const r = this.#rowOf[cell]!
      pull.fill(0)
      if (r < 0) pull[cell] = side
      else for (let j = 0; j < this.size; j++) if (j !== cell) pull[j] = -side * this.#rows[r]![j]!
      const j = this.#entering(pull, stuck > PATIENCE)
      if (j < 0) return this.x[cell]!
      const step = this.#move(j, pull[j]! > 0 ? 1 : -1, stuck > PATIENCE)
      if (step === Infinity) return side * Infinity
      stuck = step > ZERO ? 0 : stuck + 1
    }
  }

  /**
   * Why the cell cannot go further: its distance from any table is at most the sum over the others of weight × how far
   * they may go in the direction of the weight. Calls back with each cell and its weight.
   */
  proof(cell: number, side: 1 | -1, each: (other: number, weight: number) => void): void {
    const r = this.#rowOf[cell]!
    if (r < 0) {
      each(cell, side)
      return
    }
    const row = this.#rows[r]!
    for (let j = 0; j < row.length; j++)
      if (j !== cell && this.#rowOf[j]! < 0 && Math.abs(row[j]!) > ZERO) each(j, -side * row[j]!)
  }

  /** 1 where a cell is below its bounds and has to rise, −1 where it is above them, 0 where it is within. */
  #outside(cell: number): 1 | -1 | 0 {
    const value = this.x[cell]!
    return value < this.least[cell]! - OUTSIDE ? 1 : value > this.most[cell]! + OUTSIDE ? -1 : 0
  }

  /** The cell outside the basis to move next: the strongest pull, or the first one when steps of 0 go round in circles. */
  #entering(pull: Float64Array, first: boolean): number {
    let best = -1
    let strength = ZERO
    for (let j = 0; j < this.size; j++) {
      const force = pull[j]!
      if (Math.abs(force) <= strength || this.#rowOf[j]! >= 0) continue
      if (force > 0 ? this.x[j]! >= this.most[j]! - ZERO : this.x[j]! <= this.least[j]! + ZERO) continue
      best = j
      if (first) return j
      strength = Math.abs(force)
    }
    return best
  }

  /** Moves a cell until it or a basic one meets a bound; that one leaves the basis. Returns the length of the step. */
  #move(j: number, side: 1 | -1, first: boolean): number {
    this.work += 3 * this.size + 2 * this.#rows.length
    let step = side > 0 ? this.most[j]! - this.x[j]! : this.x[j]! - this.least[j]!
    let leaving = -1
    let stop = side > 0 ? this.most[j]! : this.least[j]!
    let size = 0
    for (let r = 0; r < this.#rows.length; r++) {
      const slope = -this.#rows[r]![j]! * side
      if (Math.abs(slope) <= ZERO) continue
      const cell = this.#basic[r]!
      const value = this.x[cell]!
      const outside = this.#outside(cell)
      const [below, above] = [outside > 0, outside < 0]
      // A cell still outside its bounds stops at the nearer one on its way in, and does not on its way out.
      if ((below && slope < 0) || (above && slope > 0)) continue
      const bound =
        slope > 0 ? (below ? this.least[cell]! : this.most[cell]!) : above ? this.most[cell]! : this.least[cell]!
      const reach = Math.max(0, (bound - value) / slope)
      const better =
        reach < step - ZERO ||
        (reach <= step + ZERO && leaving >= 0 && (first ? cell < this.#basic[leaving]! : Math.abs(slope) > size + ZERO))
      if (better || (reach < step && leaving < 0)) {
        step = Math.min(step, reach)
        leaving = r
        stop = bound
        size = Math.abs(slope)
      }
    }
    if (step === Infinity) return step
    this.x[j]! += side * step
    for (let r = 0; r < this.#rows.length; r++) {
      const slope = this.#rows[r]![j]!
      if (slope !== 0) this.x[this.#basic[r]!]! -= slope * side * step
    }
    // Exactly at its bound, so that rounding does not gather in cells outside the basis: 7.999999999 went round for ever.
    this.x[leaving >= 0 ? this.#basic[leaving]! : j] = stop
    if (leaving >= 0) this.#exchange(leaving, j)
    return step
  }

  #exchange(r: number, j: number): void {
    const row = this.#rows[r]!
    const scale = row[j]!
    const places: number[] = []
    for (let k = 0; k < row.length; k++) {
      if (row[k] === 0) continue
      row[k]! /= scale
      places.push(k)
    }
    for (let other = 0; other < this.#rows.length; other++) {
      const line = this.#rows[other]!
      const factor = line[j]!
      if (other === r || factor === 0) continue
      this.work += places.length
      for (const k of places) {
        const value = line[k]! - factor * row[k]!
        line[k] = Math.abs(value) < ZERO ? 0 : value
      }
      line[j] = 0
    }
    this.#rowOf[this.#basic[r]!] = -1
    this.#basic[r] = j
    this.#rowOf[j] = r
  }
}

function subtract(row: Float64Array, other: Float64Array, factor: number): void {
  if (factor === 0) return
  for (let j = 0; j < row.length; j++) row[j]! -= factor * other[j]!
}

/** The total itself where it can be, else a cell whose coefficient is 1 or −1, else the largest. */
function pivotOf(row: Float64Array, total: number): number {
  if (Math.abs(Math.abs(row[total]!) - 1) < ZERO) return total
  let best = -1
  let size = ZERO
  for (let j = 0; j < row.length; j++) {
    const value = Math.abs(row[j]!)
    if (Math.abs(value - 1) < ZERO) return j
    if (value > size) {
      best = j
      size = value
    }
  }
  return best
}
