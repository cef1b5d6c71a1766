import type { Chance } from './random.ts'

/**
 * Every synthetic Crime ID begins with these sixteen digits, `5e` (for *synthetic evidence*) eight times over. Real ones
 * are hashes: one in 2^64 would begin so.
 */
export const SYNTHETIC_ID_PREFIX = '5e'.repeat(8)

const HEX4 = Array.from({ length: 0x10000 }, (_, i) => i.toString(16).padStart(4, '0'))
const hex8 = (word: number) => HEX4[word >>> 16]! + HEX4[word & 0xffff]!

/** Mixes a 32-bit number so that neighbours look unrelated, and no two meet (an odd multiplication and xor-shifts undo). */
function mixed(number: number): number {
  let n = number
  n = Math.imul(n ^ (n >>> 16), 0x7feb352d)
  n = Math.imul(n ^ (n >>> 15), 0x846ca68b)
  return (n ^ (n >>> 16)) >>> 0
}

/**
 * 64 hexadecimal digits: the prefix, a scramble of the row's own number, then 40 digits by lot. Distinct numbers, below
 * 2^32, give distinct identifiers.
 */
export const syntheticCrimeId = (number: number, lot: Chance) =>
  SYNTHETIC_ID_PREFIX +
  hex8(mixed(number)) +
  hex8(lot.bits()) +
  hex8(lot.bits()) +
  hex8(lot.bits()) +
  hex8(lot.bits()) +
  hex8(lot.bits())
