import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { requireSafeInteger } from '../check-inputs.ts'

/** A source of chance: each call gives a number from 0 up to but not including 1. `Math.random` is one, without a seed. */
export type RandomSource = () => number

/**
 * How can a result made by chance be made again? With uniform numbers that are the same for the same seed, on every
 * machine: print the seed beside a simulated result and anyone can make it again. Not for secrets.
 *
 * @formula lower 32 bits of xoroshiro128+, after one jump, divided by 2^32
 * @use wherever a function asks for a source of chance
 * @avoid for tokens, passwords or keys: what comes next can be worked out
 * @param seed a whole number; only its lower 32 bits count
 * @returns a source with its own state: two of the same seed give the same numbers
 * @throws RangeError if seed is not a whole number
 * @see Blackman D, Vigna S (2021). Scrambled linear pseudorandom number generators. ACM Transactions on Mathematical Software 47: 36. doi:10.1145/3460772
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): RandomSource {
  requireSafeInteger(seed, 'seed')
  const generator = xoroshiro128plus(seed)
  generator.jump() // without it the first numbers of neighbouring seeds are neighbours too
  return () => (generator.next() >>> 0) / 2 ** 32
}
