/**
 * Repeatable chance. The same seed text gives the same numbers in every run and on every machine, so that the
 * demonstration is the same evidence everywhere. Never for anything that must be unpredictable.
 */
export interface Chance {
  /** 0 inclusive to 1 exclusive */
  uniform(): number
  /** 32 random bits, as a whole number from 0 */
  bits(): number
  /** standard normal deviate */
  normal(): number
  /** gamma deviate with mean 1 and coefficient of variation `cv` (0 gives 1) */
  gammaAroundOne(cv: number): number
  /** Poisson count with this mean */
  poisson(mean: number): number
}

/** Four 32-bit words from a text: the FNV-1a hash, started from four places. */
function wordsOf(seed: string): [number, number, number, number] {
  const hashFrom = (start: number) => {
    let hash = start
    for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 16777619)
    return hash
  }
  return [hashFrom(0x811c9dc5), hashFrom(0x2f0b4c47), hashFrom(0x5bd1e995), hashFrom(0x1b873593)]
}

/**
 * A generator of its own for each named purpose: adding a draw in one place moves nothing elsewhere.
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand, public domain).
 */
export function chance(seed: string): Chance {
  let [a, b, c, d] = wordsOf(seed)
  const bits = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
  for (let i = 0; i < 15; i++) bits() // the first outputs still resemble the seed
  const uniform = () => bits() / 4294967296
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())

  /** Marsaglia and Tsang (2000), for shape 1 and over. */
  const gamma = (shape: number): number => {
    const e = shape - 1 / 3
    for (;;) {
      const x = normal()
      const v = (1 + x / Math.sqrt(9 * e)) ** 3
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + e - e * v + e * Math.log(v)) return e * v
    }
  }
  const gammaAroundOne = (cv: number) => {
    if (cv === 0) return 1
    const shape = 1 / (cv * cv)
    if (shape < 1) throw new RangeError(`cv is ${cv}: give a coefficient of variation from 0 to 1.`)
    return gamma(shape) / shape
  }
  /** Knuth's product of uniforms in steps of at most 30, so that exp() does not run out of digits. */
  const poisson = (mean: number): number => {
    let count = 0
    for (let left = mean; left > 0; left -= 30) {
      const limit = Math.exp(-Math.min(left, 30))
      for (let product = uniform(); product > limit; product *= uniform()) count++
    }
    return count
  }
  return { uniform, bits, normal, gammaAroundOne, poisson }
}
