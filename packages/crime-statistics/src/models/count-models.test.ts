import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { poisson, seeded } from '../../test/simulate.ts'
import { type Design, fitCounts } from './fit-counts.ts'
import { fitNegativeBinomial } from './fit-negative-binomial.ts'
import { negativeBinomialLogLikelihood, poissonLogLikelihood } from './likelihoods.ts'
import { profileInterval, profileOf } from './profile-interval.ts'
import { thetaOf } from './theta.ts'

const table = (rows: number[][]): Design => ({
  rows: rows.length,
  columns: rows[0]!.length,
  values: Float64Array.from(rows.flat()),
})
const constant = (rows: number) => table(Array.from({ length: rows }, () => [1]))

// Dobson's trial, the example of R's help page of glm
const outcomes = Float64Array.of(18, 17, 15, 20, 10, 20, 25, 13, 12)
const trial = table(
  [0, 1, 2].flatMap((treatment) =>
    [0, 1, 2].map((outcome) => [1, ...[1, 2].map((k) => +(outcome === k)), ...[1, 2].map((k) => +(treatment === k))]),
  ),
)

describe('fitCounts', () => {
  it('fits Dobson’s trial as R does', () => {
    const fit = fitCounts(trial, outcomes)!
    const expected = [3.044522437723, -0.4542552722776, -0.2929871246815, 0, 0] // R 4.2.2
    for (const [i, value] of expected.entries()) expect(fit.coefficients[i]).toBeCloseTo(value, 11)
    expect(Math.sqrt(fit.covariance[0]!)).toBeCloseTo(0.1708986518564, 11)
    expect(fit.deviance).toBeCloseTo(5.129141077001, 11)
    expect(fit.pearson).toBeCloseTo(5.173201621074, 11)
    expect(fit).toMatchObject({ degreesOfFreedom: 4, converged: true })
  })

  it('one constant is the logarithm of the rate', () => {
    const fit = fitCounts(constant(3), Float64Array.of(3, 8, 1), { offset: Float64Array.of(1, 2, 0).map(Math.exp) })!
    expect(fit.converged).toBe(true)
    const exposure = [1, 2, 0].reduce((sum, x) => sum + Math.exp(Math.exp(x)), 0)
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(12 / exposure), 11)
  })

  it('settles for large counts and for a known θ', () => {
    const fit = fitCounts(
      trial,
      outcomes.map((y) => y * 1e9),
    )!
    expect(fit.converged).toBe(true)
    expect(fit.coefficients[1]).toBeCloseTo(-0.4542552722776, 11)
    expect(fitCounts(trial, outcomes, { theta: 2 })!.converged).toBe(true)
  })

  it('is null where a column is a sum of others', () => {
    expect(
      fitCounts(
        table([
          [1, 1],
          [1, 1],
          [1, 1],
        ]),
        Float64Array.of(1, 2, 3),
      ),
    ).toBeNull()
  })
})

describe('thetaOf and fitNegativeBinomial', () => {
  const counts = Float64Array.of(2, 9, 4, 0, 14, 3, 7, 1, 22, 5, 6, 3)

  it('θ of twelve counts is 1.457 with a standard error of 0.744', () => {
    const { theta, standardError, logLikelihood, fit } = fitNegativeBinomial(constant(12), counts)! // MASS 7.3 in R 4.2.2
    expect(theta).toBeCloseTo(1.4567765, 6)
    expect(standardError).toBeCloseTo(0.7437, 4) // MASS takes it one step before its θ, at 0.74364
    expect(2 * logLikelihood).toBeCloseTo(-69.55944649711, 9)
    expect(fit.coefficients[0]).toBeCloseTo(1.845826690498, 11)
  })

  it('from θ itself stays at θ, whichever way its slope is rounded', () => {
    for (let i = 0; i < 200; i++) {
      const means = counts.map((_, k) => 4 + i / 40 + k / 7)
      const { theta } = thetaOf(counts, means)!
      for (const nearby of [1, 1 + 2 ** -52, 1 - 2 ** -52])
        expect(thetaOf(counts, means, theta * nearby)!.theta / theta).toBeCloseTo(1, 9)
    }
  })

  it('is null for counts that vary no more than chance', () => {
    expect(fitNegativeBinomial(constant(6), Float64Array.of(5, 5, 6, 4, 5, 5))).toBeNull()
    expect(thetaOf([4, 4], [4, 4])).toBeNull()
  })

  it('no other θ is more likely, and a large θ is Poisson', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(0.5, 3, 40), (seed, size) => {
        const random = seeded(seed)
        // a mixture of Poisson counts of two means varies more than one of them
        const y = Float64Array.from({ length: 30 }, () => poisson(random() < 0.5 ? size : 3 * size, random))
        const mean = y.reduce((sum, value) => sum + value, 0) / 30
        if (mean === 0) return
        const means = y.map(() => mean)
        const found = thetaOf(y, means)
        const likelihood = (theta: number) => negativeBinomialLogLikelihood(y, means, theta)
        if (!found) {
          expect(likelihood(1e4)).toBeLessThan(likelihood(1e6) + 1e-9)
          return
        }
        for (const factor of [0.5, 0.99, 1.01, 2])
          expect(likelihood(found.theta * factor)).toBeLessThanOrEqual(likelihood(found.theta) + 1e-10)
        expect(likelihood(1e13)).toBeCloseTo(poissonLogLikelihood(y, means), 6)
      }),
    )
  })

  it('takes counts too large to sum over', () => {
    const large = Float64Array.from(counts, (y) => y * 100_000 + 100_001)
    const { theta } = fitNegativeBinomial(constant(12), large)!
    expect(theta > 1 && theta < 10).toBe(true)
  })
})

describe('profileInterval', () => {
  const counts = Float64Array.of(3, 11)
  const profile = profileOf(
    table([
      [1, 0],
      [1, 1],
    ]),
    counts,
    new Float64Array(2),
    1,
  )!

  it('3 against 11 has a log ratio between 0.135 and 2.786', () => {
    const { lower, upper } = profileInterval(profile, 1.959963984540054)!
    expect(lower).toBeCloseTo(0.1354, 3) // R 4.2.2, confint, which interpolates
    expect(upper).toBeCloseTo(2.7858, 3)
    // in closed form the deviance of a split of 14 events with odds e^effect
    const rise = (effect: number) => {
      const share = 1 / (1 + Math.exp(-effect))
      return 2 * (11 * Math.log(11 / (14 * share)) + 3 * Math.log(3 / (14 * (1 - share))))
    }
    expect(rise(lower)).toBeCloseTo(1.959963984540054 ** 2, 7)
    expect(rise(upper)).toBeCloseTo(1.959963984540054 ** 2, 7)
  })
})
