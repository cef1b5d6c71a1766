/** Uniform numbers from a seed (mulberry32), so that a simulation is the same every time. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let x = Math.imul(state ^ (state >>> 15), 1 | state)
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A Poisson count by multiplying uniforms; for means up to a few hundred. */
export function poisson(mean: number, random: () => number): number {
  const least = Math.exp(-mean)
  let count = 0
  for (let product = 1 - random(); product > least; product *= 1 - random()) count++
  return count
}

/** Incidents that come in groups of `size`, a Poisson number of groups: the dispersion of such counts is `size`. */
export const grouped = (mean: number, size: number, random: () => number) => size * poisson(mean / size, random)
