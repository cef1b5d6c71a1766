import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kishWilsonInterval } from './kish-wilson-interval.ts'
import { postStratifiedWeights } from './post-stratified-weights.ts'
import { rakeWeights } from './rake-weights.ts'
import { raoScottTest } from './rao-scott-test.ts'
import { weightedShare } from './weighted-share.ts'
import { weightedShareByGroup } from './weighted-share-by-group.ts'
import { weightedShareInterval } from './weighted-share-interval.ts'
import { weightedShares } from './weighted-shares.ts'

const anySample = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 500 }), fc.nat(1), fc.nat(2)), { minLength: 2, maxLength: 60 })
  .map((rows) => ({
    weights: rows.map(([weight]) => weight),
    answers: rows.map(([, answer]) => answer),
    groups: rows.map(([, , group]) => `g${group}`),
  }))

describe('weightedShare', () => {
  // By hand: p = 400/600; x = 100(1/3), −100(2/3), 300(1/3), −100(2/3), over 600; Σx² = 0.05556; × 4/3 = 0.07407.
  it('four respondents: share 2/3, variance 0.0741', () => {
    const { share, standardError, respondents } = weightedShare({ weights: [100, 100, 300, 100] }, [1, 0, 1, 0])
    expect(share).toBeCloseTo(2 / 3, 12)
    expect(standardError ** 2).toBeCloseTo(2 / 27, 12)
    expect(respondents).toBe(4)
  })

  it('of equal weights has variance p(1 − p)/(n − 1), and design effect N/(N − n)', () => {
    const { share, standardError, designEffect } = weightedShare(
      { weights: new Array(10).fill(20) },
      [1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
    )
    expect(standardError ** 2).toBeCloseTo((share * (1 - share)) / 9, 12)
    expect(designEffect).toBeCloseTo(200 / 190, 12)
  })

  it('post-stratified by the answer itself has no error left', () => {
    const answers = [1, 0, 1, 0, 0]
    const sample = postStratifiedWeights({ name: 'answer', categories: answers, targets: { 0: 70, 1: 30 } })
    expect(weightedShare(sample, answers).share).toBeCloseTo(0.3, 12)
    expect(weightedShare(sample, answers).standardError).toBeLessThan(1e-9)
  })

  it('raked to one margin is as sure as post-stratified from equal weights', () => {
    const margin = { name: 'sex', categories: 'FFFMMF'.split(''), targets: { F: 60, M: 40 } }
    const answers = [1, 1, 1, 0, 0, 0]
    const raked = weightedShare(rakeWeights([margin]), answers)
    const stratified = weightedShare(postStratifiedWeights(margin), answers)
    expect(raked.standardError).toBeCloseTo(stratified.standardError, 12)
    expect(raked.standardError).toBeLessThan(
      weightedShare({ weights: rakeWeights([margin]).weights }, answers).standardError,
    )
  })

  it('changes neither with the unit of the weights nor with which answer is called yes', () => {
    fc.assert(
      fc.property(anySample, ({ weights, answers }) => {
        Object.freeze(weights)
        const found = weightedShare({ weights }, answers)
        const thousands = weightedShare({ weights: weights.map((weight) => weight / 1000) }, answers)
        const mirrored = weightedShare(
          { weights },
          answers.map((answer) => 1 - answer),
        )
        expect(thousands.standardError).toBeCloseTo(found.standardError, 10)
        expect(mirrored.share).toBeCloseTo(1 - found.share, 10)
        expect(mirrored.standardError).toBeCloseTo(found.standardError, 10)
        expect(found.share >= 0 && found.share <= 1 && found.standardError >= 0).toBe(true)
      }),
    )
  })

  it('leaves out who has not answered, as a subgroup', () => {
    const weights = [1, 2, 3, 4]
    const [asked] = weightedShareByGroup({ weights }, [1, 0, 1, 1], ['a', 'a', 'a', 'b'])
    expect({ name: 'a', ...weightedShare({ weights }, [1, 0, 1, null]) }).toEqual(asked)
  })

  it('has no design effect where the weights add up to no more people than answered', () => {
    expect(weightedShare({ weights: [1, 1, 1] }, [1, 0, 1]).designEffect).toBeNull()
    expect(weightedShare({ weights: [9, 9, 9] }, [1, 1, 1])).toMatchObject({
      share: 1,
      standardError: 0,
      effectiveSize: null,
    })
  })

  it('refuses other answers, no answers, and one respondent', () => {
    expect(() => weightedShare({ weights: [1, 1] }, [1, 2])).toThrow(
      'answers[1] is 2: give 1 or 0, true or false, or null',
    )
    expect(() => weightedShare({ weights: [1, 1] }, [null, null])).toThrow('nobody has answered')
    expect(() => weightedShare({ weights: [1, 1] }, [1])).toThrow('answers has 1 values and weights has 2')
    expect(() => weightedShare({ weights: [1] }, [1])).toThrow('the sample has 1 respondent: give 2 or more.')
  })
})

describe('weightedShares and weightedShareByGroup', () => {
  it('shares of all choices add up to 1', () => {
    fc.assert(
      fc.property(anySample, ({ weights, groups }) => {
        expect(weightedShares({ weights }, groups).reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
      }),
    )
  })

  it('shares of the groups, weighted by their size, are the share of all', () => {
    fc.assert(
      fc.property(anySample, ({ weights, answers, groups }) => {
        const sizes = new Map(weightedShares({ weights }, groups).map(({ name, share }) => [name, share]))
        const all = weightedShareByGroup({ weights }, answers, groups).reduce(
          (sum, { name, share }) => sum + share * sizes.get(name)!,
          0,
        )
        expect(all).toBeCloseTo(weightedShare({ weights }, answers).share, 10)
      }),
    )
  })
})

describe('weightedShareInterval', () => {
  const estimate = weightedShare({ weights: [100, 120, 300, 100, 80, 90, 100, 50] }, [1, 0, 0, 0, 1, 0, 0, 1])

  for (const method of ['logit', 'beta', 'likelihood'] as const)
    it(`${method} holds the share, stays within 0 to 1 and grows with the level`, () => {
      const narrow = weightedShareInterval(estimate, method, 0.8)!
      const wide = weightedShareInterval(estimate, method, 0.99)!
      expect(0 < wide.lower && wide.lower < narrow.lower && narrow.lower < estimate.share).toBe(true)
      expect(estimate.share < narrow.upper && narrow.upper < wide.upper && wide.upper < 1).toBe(true)
    })

  it('wald is wider by t than by z', () => {
    const t = weightedShareInterval(estimate, 'wald-t')!
    const z = weightedShareInterval(estimate, 'wald-normal')!
    expect((t.upper - t.lower) / (z.upper - z.lower)).toBeCloseTo(2.364624 / 1.959964, 5) // t(7) and z, R's qt and qnorm
  })

  it('where all but a vanishing weight say yes the share is 1, and only beta has limits', () => {
    // 2/(2 + 1e-20) is 1 in a number of 16 digits; Clopper–Pearson of 3 in 3 is 0.025^(1/3) = 0.2924 (by hand)
    const estimate = weightedShare({ weights: [1, 1, 1e-20] }, [1, 1, 0])
    expect(estimate).toMatchObject({ share: 1, effectiveSize: null })
    expect(weightedShareInterval(estimate)).toBeNull()
    const limits = weightedShareInterval(estimate, 'beta')!
    expect(limits.lower).toBeCloseTo(0.2924, 4)
    expect(limits.upper).toBe(1)
  })

  it('where all say yes only beta has limits', () => {
    const all = weightedShare({ weights: [2, 3, 4] }, [1, 1, 1])
    expect(weightedShareInterval(all)).toBeNull()
    expect(weightedShareInterval(all, 'likelihood')).toBeNull()
    expect(weightedShareInterval(all, 'beta')!.lower).toBeCloseTo(0.025 ** (1 / 3), 9) // Clopper–Pearson for 3 of 3
    expect(weightedShareInterval(all, 'beta')!.upper).toBe(1)
  })
})

describe('kishWilsonInterval', () => {
  it('is Wilson’s interval for a whole effective size, and defined at 0 and 1', () => {
    // 92 of 136 by SciPy's formula, as for wilsonInterval
    expect(kishWilsonInterval(92 / 136, 136).lower).toBeCloseTo(0.5939340919973467, 12)
    expect(kishWilsonInterval(92 / 136, 136).upper).toBeCloseTo(0.7493117551555065, 12)
    expect(kishWilsonInterval(0, 20)).toMatchObject({ lower: 0 })
    expect(kishWilsonInterval(1, 20)).toMatchObject({ upper: 1 })
    expect(() => kishWilsonInterval(1.2, 20)).toThrow('share is 1.2')
  })
})

describe('raoScottTest', () => {
  it('of equal weights is Pearson’s X² times (n − 1)/n for a two-by-two table', () => {
    // 3, 1 / 1, 3: X² = 8(9 − 1)²/4⁴ = 2; the linearised variance is n/(n − 1) that of simple random sampling
    const found = raoScottTest({ weights: new Array(8).fill(1) }, [1, 1, 1, 0, 0, 0, 1, 0], 'ffffmmmm'.split(''))!
    expect(found.pearson).toBeCloseTo(2, 12)
    expect(found.f).toBeCloseTo((2 * 7) / 8, 12)
    expect(found.degreesOfFreedom).toEqual([1, 7])
  })

  it('is the same with rows and columns exchanged, and has p 1 for a table without association', () => {
    const [a, b] = [[0, 0, 1, 1, 2, 2], 'xyxyxy'.split('')] as const
    expect(raoScottTest({ weights: [1, 2, 1, 2, 1, 2] }, a, b)!.p).toBeCloseTo(1, 9)
    const weights = [3, 1, 2, 5, 1, 2]
    expect(raoScottTest({ weights }, a, b)!.f).toBeCloseTo(raoScottTest({ weights }, b, a)!.f, 9)
  })

  it('is null where all are in one group', () => {
    expect(raoScottTest({ weights: [1, 2] }, [1, 0], ['a', 'a'])).toBeNull()
  })
})
