import { describe, expect, it } from 'vitest'
import { cholesky, solveCholesky } from '../../models/cholesky.ts'
import { mixtureQuantile } from './mixture-quantile.ts'
import type { Possibilities } from './possibilities.ts'
import { weighPossibilities } from './weigh-possibilities.ts'

const values = [3.1, 2.4, 4.0, 5.2, 4.4, 3.9, 3.3, 2.8, 4.6, 5.9, 4.9, 4.1, 3.8, 3.1, 4.7, 6.1]
const period = 4
const present = new Uint8Array(values.length).fill(1)

/** Every covariance of the months written out, past and to come: nothing of the filter is used. */
function bySquareMatrix({ levels, seasons, slopes }: Possibilities, horizon: number, months: readonly number[]) {
  const [{ levelVariance, levelKept, slopeVariance, slopeKept }] = levels as [Possibilities['levels'][number]]
  const [{ variance, smoothness }] = seasons as [Possibilities['seasons'][number]]
  const all = values.length + horizon
  const waves = [1, 0.5 * 2 ** -smoothness]
  const total = waves[0]! + waves[1]!
  // what a month's shock, or a change of slope, still is in the level k months later
  const shock = (k: number) => levelKept ** k
  const turn = (k: number) => {
    let sum = 0
    for (let j = 0; j < k; j++) sum += slopeKept ** j * levelKept ** (k - 1 - j)
    return sum
  }
  const covariance = (a: number, b: number) => {
    const first = Math.min(a, b)
    let level = levelKept < 1 ? (levelVariance / (1 - levelKept ** 2)) * levelKept ** (a + b) : 0
    for (let t = 1; t <= first; t++)
      level += levelVariance * shock(a - t) * shock(b - t) + slopeVariance * turn(a - t) * turn(b - t)
    const season =
      (variance / total) *
      (waves[0]! * Math.cos((Math.PI * (a - b)) / 2) + waves[1]! * Math.cos(Math.PI * a) * Math.cos(Math.PI * b))
    const last = values.length - 1
    return level + season + (slopes[0]! * (a - last) * (b - last)) / period ** 2 + (a === b ? 1 : 0)
  }
  const n = months.length
  const matrix = Float64Array.from({ length: n * n }, (_, i) => covariance(months[Math.floor(i / n)]!, months[i % n]!))
  const lower = cholesky(matrix, n)!
  const solve = (x: ArrayLike<number>) => solveCholesky(lower, n, Float64Array.from(x))
  const dot = (a: ArrayLike<number>, b: ArrayLike<number>) => Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0)
  const ones = new Array<number>(n).fill(1)
  const seen = months.map((month) => values[month]!)
  const inverseOnes = solve(ones)
  const mean = dot(inverseOnes, seen) / dot(inverseOnes, ones)
  const rest = seen.map((value) => value - mean)
  const solved = solve(rest)
  const squares = dot(rest, solved)
  let logDeterminant = Math.log(dot(inverseOnes, ones))
  for (let i = 0; i < n; i++) logDeterminant += 2 * Math.log(lower[i * n + i]!)
  const ahead = Array.from({ length: all - values.length }, (_, h) => {
    const month = values.length + h
    const with_ = months.map((one) => covariance(month, one))
    const gain = solve(with_)
    const unsure = 1 - dot(gain, ones)
    const spread = covariance(month, month) - dot(gain, with_) + unsure ** 2 / dot(inverseOnes, ones)
    return { mean: mean + dot(with_, solved), deviation: Math.sqrt((squares / (n - 3)) * spread) }
  })
  return { logEvidence: -0.5 * logDeterminant - ((n - 1) / 2) * Math.log(squares), ahead }
}

const possibility = (motion: [number, number, number, number], slope: number): Possibilities => {
  const [levelVariance, levelKept, slopeVariance, slopeKept] = motion
  return {
    levels: [{ kind: 'wandering', logPrior: 0, levelVariance, levelKept, slopeVariance, slopeKept }],
    seasons: [{ variance: 2, smoothness: 2 }],
    slopes: [slope],
  }
}

describe('weighPossibilities', () => {
  for (const [name, one] of [
    ['a wandering level', possibility([0.2, 1, 0, 0], 0.3)],
    ['a returning level', possibility([0.4, 0.7, 0, 0], 0.3)],
    ['a moving slope', possibility([0.1, 1, 0.05, 0.9], 0.1)],
  ] as const)
    it(`gives ${name} the forecast and evidence of the covariances written out`, () => {
      const expected = bySquareMatrix(one, 3, [...values.keys()])
      const weigh = (of: number[]) =>
        weighPossibilities({ scales: [Float64Array.from(of)], present, period, horizon: 3 }, one)[0]!
      const { kept, logEvidence } = weigh(values)
      for (const [h, { mean, deviation }] of expected.ahead.entries()) {
        expect(kept[0]!.means[h]).toBeCloseTo(mean, 9)
        expect(kept[0]!.deviations[h]).toBeCloseTo(deviation, 9)
      }
      // constants are left out on both sides, so evidences are compared by their differences between two series
      const other = weigh(values.map((value) => 2 * value)).logEvidence
      expect(logEvidence - other).toBeCloseTo(((values.length - 1) / 2) * Math.log(4), 9)
      expect(logEvidence).toBeCloseTo(expected.logEvidence, 6)
    })

  it('leaves a month without a value out and lets its time pass', () => {
    const gaps = present.slice()
    gaps[5] = 0
    gaps[11] = 0
    const one = possibility([0.2, 1, 0, 0], 0.3)
    const seen = [...values.keys()].filter((month) => gaps[month] === 1)
    const expected = bySquareMatrix(one, 3, seen)
    const question = { scales: [Float64Array.from(values)], present: gaps, period, horizon: 3 }
    const { kept } = weighPossibilities(question, one)[0]!
    for (const [h, { mean }] of expected.ahead.entries()) expect(kept[0]!.means[h]).toBeCloseTo(mean, 9)
  })
})

describe('mixtureQuantile', () => {
  it('is the normal quantile for one part, and far out too', () => {
    const one = { shares: Float64Array.of(1), means: Float64Array.of(3), deviations: Float64Array.of(2) }
    for (const z of [-9, -1.96, 0, 1.2816, 9]) expect(mixtureQuantile(one, z)).toBeCloseTo(3 + 2 * z, 6)
  })

  // Half at −10 and half at 10, each of deviation 1: 97.5 % is where the right one has 95 %, 10 + 1.6449 (R: qnorm(.95)).
  it('lies where the parts together leave the tail', () => {
    const two = {
      shares: Float64Array.of(0.5, 0.5),
      means: Float64Array.of(-10, 10),
      deviations: Float64Array.of(1, 1),
    }
    expect(mixtureQuantile(two, 1.959963984540054)).toBeCloseTo(11.6448536, 5)
    expect(mixtureQuantile(two, -1.959963984540054)).toBeCloseTo(-11.6448536, 5)
  })
})
