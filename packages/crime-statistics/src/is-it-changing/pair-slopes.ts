/** A run of values in which every pair has a slope: the whole series, or one month of the year. */
export interface SlopeGroup {
  time: ArrayLike<number>
  value: ArrayLike<number>
}

/** Slopes kept in memory at most, 34 MB; beyond that they are made again for each 16 bits of the answer. */
const KEPT = 2 ** 22

/** The slopes of all pairs within each group, to be asked for by rank. */
export class PairSlopes {
  readonly count: number
  readonly #groups: readonly SlopeGroup[]
  readonly #sorted: Float64Array | null

  constructor(groups: readonly SlopeGroup[], kept = KEPT) {
    this.#groups = groups
    this.count = groups.reduce((sum, { time }) => sum + (time.length * (time.length - 1)) / 2, 0)
    this.#sorted = this.count <= kept ? this.#all() : null
  }

  /** Values at ranks counted from 1; between two ranks in proportion; ranks beyond an end are the end. */
  atRanks(ranks: readonly number[]): number[] {
    const within = ranks.map((rank) => Math.min(Math.max(rank, 1), this.count))
    const whole = [...new Set(within.flatMap((rank) => [Math.floor(rank), Math.ceil(rank)]))]
    const values = new Map(this.#sorted ? whole.map((rank) => [rank, this.#sorted![rank - 1]!]) : this.#selected(whole))
    return within.map((rank) => {
      const below = values.get(Math.floor(rank))!
      return below + (rank - Math.floor(rank)) * (values.get(Math.ceil(rank))! - below)
    })
  }

  #all(): Float64Array {
    const slopes = new Float64Array(this.count)
    let i = 0
    this.#each((slope) => {
      slopes[i++] = slope
    })
    return slopes.sort()
  }

  #each(visit: (slope: number) => void): void {
    for (const { time, value } of this.#groups)
      for (let j = 1; j < time.length; j++)
        for (let i = 0; i < j; i++) visit((value[j]! - value[i]!) / (time[j]! - time[i]!) + 0) // + 0: no −0
  }

  /** Each rank's slope, 16 bits at a time: of the slopes that share the bits found so far, how many have which next ones. */
  #selected(ranks: readonly number[]): [rank: number, slope: number][] {
    const double = new Float64Array(1)
    const words = new Uint32Array(double.buffer)
    const [low, high] = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1 ? [0, 1] : [1, 0]
    const sought = ranks.map((rank) => ({ rank, left: rank, prefix: '' as string, digits: [] as number[] }))
    const digit = new Uint32Array(4)
    for (let pass = 0; pass < 4; pass++) {
      const histograms = new Map(sought.map(({ prefix }) => [prefix, new Float64Array(65_536)]))
      const wanted = sought.map(({ digits, prefix }) => ({ digits, histogram: histograms.get(prefix)! }))
      const distinct = wanted.filter(({ histogram }, i) => wanted.findIndex((w) => w.histogram === histogram) === i)
      this.#each((slope) => {
        double[0] = slope
        const negative = words[high]! >>> 31 === 1
        const upper = negative ? ~words[high]! : words[high]! ^ 0x80000000 // so that whole numbers order as slopes do
        const lower = negative ? ~words[low]! : words[low]!
        digit[0] = upper >>> 16
        digit[1] = upper & 0xffff
        digit[2] = lower >>> 16
        digit[3] = lower & 0xffff
        for (const { digits, histogram } of distinct) {
          let same = true
          for (let k = 0; k < pass && same; k++) same = digits[k] === digit[k]
          if (same) histogram[digit[pass]!]!++
        }
      })
      for (const each of sought) {
        const histogram = histograms.get(each.prefix)!
        let next = 0
        while (each.left > histogram[next]!) each.left -= histogram[next++]!
        each.digits.push(next)
        each.prefix += `${next} `
      }
    }
    return sought.map(({ rank, digits: [a, b, c, d] }) => {
      const [upper, lower] = [((a! << 16) | b!) >>> 0, ((c! << 16) | d!) >>> 0]
      const negative = upper >>> 31 === 0
      words[high] = negative ? ~upper : upper ^ 0x80000000
      words[low] = negative ? ~lower : lower
      return [rank, double[0]!]
    })
  }
}
