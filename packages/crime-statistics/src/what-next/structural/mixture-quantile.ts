import { normalUpperTail } from '../../distributions/normal.ts'

/** Normal distributions, each with its share. */
export interface Mixture {
  shares: Float64Array
  means: Float64Array
  deviations: Float64Array
}

const DENSITY = 1 / Math.sqrt(2 * Math.PI)

/** Newton's error after a step is about the square of the step: one shorter than this leaves eight digits. */
const SHORT_STEP = 1e-4

/**
 * Value as far out in the mixture as z is in a standard normal distribution. Newton's steps on the outer tail, so that
 * far limits keep their digits, within a bracket that halves where a step would leave it.
 */
export function mixtureQuantile({ shares, means, deviations }: Mixture, z: number): number {
  const side = z < 0 ? -1 : 1
  const beyond = normalUpperTail(side * z)
  let mean = 0
  let square = 0
  let near = Infinity
  let far = -Infinity
  for (let i = 0; i < shares.length; i++) {
    mean += side * shares[i]! * means[i]!
    square += shares[i]! * (deviations[i]! ** 2 + means[i]! ** 2)
    // this far out in one of them: the mixture's value lies between the outermost
    const at = side * (means[i]! + z * deviations[i]!)
    near = Math.min(near, at)
    far = Math.max(far, at)
  }
  const unit = Math.sqrt(Math.max(square - mean * mean, 0))
  let x = Math.min(Math.max(mean + side * z * unit, near), far)
  for (let step = 0; step < 60 && far - near > 1e-9 * unit; step++) {
    let tail = 0
    let density = 0
    for (let i = 0; i < shares.length; i++) {
      const distance = (x - side * means[i]!) / deviations[i]!
      tail += shares[i]! * normalUpperTail(distance)
      density += (shares[i]! * DENSITY * Math.exp(-0.5 * distance * distance)) / deviations[i]!
    }
    if (tail > beyond) near = x
    else far = x
    const next = x + (tail - beyond) / density
    if (Math.abs(next - x) < SHORT_STEP * unit) return side * next
    x = next > near && next < far ? next : (near + far) / 2
  }
  return side * x
}
