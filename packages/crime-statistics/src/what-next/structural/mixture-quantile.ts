import { normalUpperTail } from '../../distributions/normal.ts'

/** Normal distributions, each with its share. */
export interface Mixture {
  shares: Float64Array
  means: Float64Array
  deviations: Float64Array
}

const DENSITY = 1 / Math.sqrt(2 * Math.PI)

/** Value below which a draw from the mixture falls with probability p: Newton's steps within a bracket that halves. */
export function mixtureQuantile({ shares, means, deviations }: Mixture, p: number, z: number): number {
  let low = Infinity
  let high = -Infinity
  let mean = 0
  let square = 0
  for (let i = 0; i < shares.length; i++) {
    const at = means[i]! + z * deviations[i]! // p of this one lies below: p of the mixture lies between the outermost
    low = Math.min(low, at)
    high = Math.max(high, at)
    mean += shares[i]! * means[i]!
  }
  for (let i = 0; i < shares.length; i++) square += shares[i]! * (deviations[i]! ** 2 + (means[i]! - mean) ** 2)
  const unit = Math.sqrt(square)
  let x = Math.min(Math.max(mean + z * unit, low), high)
  for (let step = 0; step < 60 && high - low > 1e-9 * unit; step++) {
    let below = 0
    let density = 0
    for (let i = 0; i < shares.length; i++) {
      const distance = (x - means[i]!) / deviations[i]!
      below += shares[i]! * normalUpperTail(-distance)
      density += (shares[i]! * DENSITY * Math.exp(-0.5 * distance * distance)) / deviations[i]!
    }
    if (below < p) low = x
    else high = x
    const next = x - (below - p) / density
    if (Math.abs(next - x) < 1e-8 * unit) return next
    x = next > low && next < high ? next : (low + high) / 2
  }
  return x
}
