import { MixtureDraws } from '../src/what-matters-most/mixture-draws.ts'

/** Lists of shares that add up to 1, any list as likely as any other. */
export function flatWeights(parts: number, count: number, seed: number): number[][] {
  const lists = Array.from({ length: Math.max(5, parts) }, () => new Float64Array(count))
  new MixtureDraws(parts, seed).fill(lists, count)
  return Array.from({ length: count }, (_, i) => lists.slice(0, parts).map((list) => list[i]!))
}
