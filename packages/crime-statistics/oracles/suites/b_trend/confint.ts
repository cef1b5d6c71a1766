import type { Profile } from '../../../src/models/profile-interval.ts'

/**
 * The limits that R's `confint(profile(glm))` reads off a profile: the profile at steps of a fifth of the 99 % limit until
 * it is passed, a cubic spline through them, three points of it for every step, and straight lines between those. They
 * lie about 1e-6 from the limits themselves.
 */
export function interpolatedLimits({ estimate, standardError, root }: Profile, z: number): [number, number] {
  const most = 2.5758293035489 // √ of the 99 % point of chi-squared with 1 degree of freedom
  const points: [effect: number, root: number][] = [[estimate, 0]]
  for (const sign of [-1, 1])
    for (let step = 1, reached = 0; step < 10 && Math.abs(reached) < most; step++) {
      const effect = estimate + (sign * step * most * standardError) / 5
      reached = root(effect)
      points.push([effect, reached])
    }
  points.sort(([a], [b]) => a - b)
  const x = points.map(([effect]) => effect)
  const y = points.map(([, value]) => value)
  const at = forsytheSpline(x, y)
  const n = 3 * x.length
  const fine = Array.from({ length: n }, (_, i) => x[0]! + ((x.at(-1)! - x[0]!) * i) / (n - 1))
  const read = (target: number) => {
    const i = fine.findIndex((effect) => at(effect) >= target)
    const [left, right] = [fine[i - 1]!, fine[i]!]
    return left + ((right - left) * (target - at(left))) / (at(right) - at(left))
  }
  return [read(-z), read(z)]
}

/** Cubic spline whose ends follow the cubic through the four points there (Forsythe, Malcolm and Moler), R's `fmm`. */
function forsytheSpline(x: number[], y: number[]): (at: number) => number {
  const n = x.length
  const [b, c, d] = [new Array<number>(n).fill(0), new Array<number>(n).fill(0), new Array<number>(n).fill(0)]
  d[0] = x[1]! - x[0]!
  c[1] = (y[1]! - y[0]!) / d[0]!
  for (let i = 1; i < n - 1; i++) {
    d[i] = x[i + 1]! - x[i]!
    b[i] = 2 * (d[i - 1]! + d[i]!)
    c[i + 1] = (y[i + 1]! - y[i]!) / d[i]!
    c[i] = c[i + 1]! - c[i]!
  }
  b[0] = -d[0]!
  b[n - 1] = -d[n - 2]!
  c[0] = c[2]! / (x[3]! - x[1]!) - c[1]! / (x[2]! - x[0]!)
  c[n - 1] = c[n - 2]! / (x[n - 1]! - x[n - 3]!) - c[n - 3]! / (x[n - 2]! - x[n - 4]!)
  c[0] = (c[0]! * d[0]! ** 2) / (x[3]! - x[0]!)
  c[n - 1] = (-c[n - 1]! * d[n - 2]! ** 2) / (x[n - 1]! - x[n - 4]!)
  for (let i = 1; i < n; i++) {
    const t = d[i - 1]! / b[i - 1]!
    b[i]! -= t * d[i - 1]!
    c[i]! -= t * c[i - 1]!
  }
  c[n - 1]! /= b[n - 1]!
  for (let i = n - 2; i >= 0; i--) c[i] = (c[i]! - d[i]! * c[i + 1]!) / b[i]!
  for (let i = 0; i < n - 1; i++) {
    b[i] = (y[i + 1]! - y[i]!) / d[i]! - d[i]! * (c[i + 1]! + 2 * c[i]!)
    d[i] = (c[i + 1]! - c[i]!) / d[i]!
    c[i]! *= 3
  }
  return (at) => {
    let i = 0
    while (i < n - 2 && at >= x[i + 1]!) i++
    const gap = at - x[i]!
    return y[i]! + gap * (b[i]! + gap * (c[i]! + gap * d[i]!))
  }
}
