import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { durbinWatson, relativeEffectSize, weightedDisplacementQuotient } from './index.ts'

const CASE = { treated: { before: 200, after: 150 }, control: { before: 400, after: 390 } }
const anyChange = fc.record({ before: fc.nat(3000), after: fc.nat(3000) })
const anyAreas = fc.record({ treated: anyChange, control: anyChange })

describe('relativeEffectSize', () => {
  it('200 to 150 against 400 to 390 is 1.3, 1.009 to 1.675: 45 prevented, and it worked', () => {
    const found = relativeEffectSize(CASE)
    expect(found.effectSize).toBeCloseTo(1.3, 12) // by hand: 200·390 / (150·400)
    expect(found.interval!.lower).toBeCloseTo(1.00888713053788, 10) // R 4.2.2
    expect(found.interval!.upper).toBeCloseTo(1.67511305164434, 10)
    expect(found.prevented).toBeCloseTo(45, 10) // 200·390/400 − 150
    expect(found.answer).toBe('worked')
    expect(found.reason).toBe(
      '23.1 % fewer than expected without it, with 95 % limits from 40.3 % fewer to 0.9 % fewer: fewer is better, and the limits leave out no change.',
    )
  })

  it('is not proven once months vary twice as much as chance', () => {
    const found = relativeEffectSize(CASE, { dispersion: 2 })
    expect(found.answer).toBe('not proven')
    expect(found.reason).toContain('the limits hold both no change and a change for the better')
  })

  it('did not work where the treated area rose against the comparison', () => {
    const worse = { treated: { before: 150, after: 250 }, control: { before: 400, after: 390 } }
    expect(relativeEffectSize(worse).answer).toBe('did not work')
    expect(relativeEffectSize(worse, { better: 'more' }).answer).toBe('worked')
  })

  it('did not work where the limits leave out the least change worth having', () => {
    const nothing = { treated: { before: 40_000, after: 39_900 }, control: { before: 400_000, after: 400_000 } }
    expect(relativeEffectSize(nothing).answer).toBe('not proven')
    expect(relativeEffectSize(nothing, { leastWorthwhilePercent: 5 }).answer).toBe('did not work')
    // a fall that is proven but too small to be worth having is no success either
    const little = { treated: { before: 400_000, after: 392_000 }, control: { before: 4e6, after: 4e6 } }
    expect(relativeEffectSize(little).answer).toBe('worked')
    expect(relativeEffectSize(little, { leastWorthwhilePercent: 5 }).answer).toBe('did not work')
  })

  it('with a count of 0 has no effect size, is not proven, and keeps what can be said', () => {
    const found = relativeEffectSize({ ...CASE, treated: { before: 200, after: 0 } })
    expect(found).toMatchObject({
      effectSize: null,
      interval: null,
      p: null,
      answer: 'not proven',
      percentageTreated: -100,
    })
    expect(found.prevented).toBeCloseTo(195, 10)
    expect(relativeEffectSize({ ...CASE, treated: { before: 0, after: 150 } }).percentageTreated).toBeNull()
  })

  it('inverts when the areas change roles, widens with dispersion and returns no NaN', () => {
    fc.assert(
      fc.property(anyAreas, fc.double({ min: 1, max: 20, noNaN: true }), (areas, dispersion) => {
        const there = relativeEffectSize(areas)
        const back = relativeEffectSize({ treated: areas.control, control: areas.treated })
        const wide = relativeEffectSize(areas, { dispersion })
        expect(JSON.stringify(there)).not.toContain('NaN')
        if (there.effectSize === null) {
          expect(back.effectSize).toBeNull()
          return
        }
        expect(there.effectSize * back.effectSize!).toBeCloseTo(1, 9)
        expect(there.interval!.lower * back.interval!.upper).toBeCloseTo(1, 9)
        expect(wide.interval!.lower).toBeLessThanOrEqual(there.interval!.lower)
        if (wide.answer === 'worked') expect(there.answer).toBe('worked')
      }),
    )
  })

  it('answers by where z lies: beyond 1.96 either way, or not proven', () => {
    fc.assert(
      fc.property(anyAreas, (areas) => {
        const { z, answer } = relativeEffectSize(areas)
        if (z === null) return
        if (Math.abs(Math.abs(z) - 1.959964) < 1e-4) return
        expect(answer).toBe(z > 1.959964 ? 'worked' : z < -1.959964 ? 'did not work' : 'not proven')
      }),
    )
  })

  it('refuses a part of an event, an unknown direction and a dispersion of 0', () => {
    expect(() => relativeEffectSize({ ...CASE, control: { before: 400, after: 1.5 } })).toThrow('control.after is 1.5')
    expect(() => relativeEffectSize(CASE, { better: 'less' as 'fewer' })).toThrow('better is "less"')
    expect(() => relativeEffectSize(CASE, { dispersion: 0 })).toThrow('dispersion is 0')
    expect(() => relativeEffectSize(CASE, { leastWorthwhilePercent: 100 })).toThrow('leastWorthwhilePercent is 100')
  })
})

describe('weightedDisplacementQuotient', () => {
  const areas = (bufferAfter: number, treatedAfter = 80) => ({
    treated: { before: 120, after: treatedAfter },
    buffer: { before: 60, after: bufferAfter },
    control: { before: 300, after: 290 },
  })

  it('−0.22 where the buffer rose a little: less moved than was prevented', () => {
    const found = weightedDisplacementQuotient(areas(66))
    expect(found.quotient).toBeCloseTo(-2 / 9, 12) // by hand: (66/290 − 60/300) / (80/290 − 120/300)
    expect(found.reading).toBe('less moved than was prevented')
  })

  it('reads the other outcomes', () => {
    expect(weightedDisplacementQuotient(areas(40)).reading).toBe('benefit spread to the buffer')
    expect(weightedDisplacementQuotient(areas(58)).reading).toBe('no displacement seen')
    expect(weightedDisplacementQuotient(areas(110)).reading).toBe('as much or more moved than was prevented')
  })

  it('has no meaning where the treated area did not fall against the control, and says so', () => {
    const found = weightedDisplacementQuotient(areas(66, 125))
    expect(found.success).toBeGreaterThan(0)
    expect(found.quotient).toBeCloseTo(8 / 9, 12)
    expect(found.reading).toBe('no fall in the treated area to be moved')
    expect(found.answer).not.toBe('worked')
    expect(weightedDisplacementQuotient({ ...areas(66), control: { before: 0, after: 3 } })).toMatchObject({
      quotient: null,
      reading: 'not defined',
      answer: 'not proven',
    })
  })

  it('answers from the treated area and the buffer together: a large fall that all moved next door did not work out', () => {
    const moved = weightedDisplacementQuotient({
      treated: { before: 1000, after: 500 },
      buffer: { before: 1000, after: 1500 },
      control: { before: 5000, after: 5000 },
    })
    expect(moved.quotient).toBeCloseTo(-1, 12)
    expect(moved.net.effectSize).toBeCloseTo(1, 12)
    expect(moved.answer).toBe('not proven')
  })

  it('refuses part of an event and an area left out, by name', () => {
    expect(() => weightedDisplacementQuotient(areas(0.5))).toThrow('buffer.after is 0.5')
    const withoutBuffer = { treated: areas(66).treated, control: areas(66).control }
    expect(() => weightedDisplacementQuotient(withoutBuffer as ReturnType<typeof areas>)).toThrow('buffer is undefined')
  })
})

describe('durbinWatson', () => {
  it('is 3 of values that alternate, near 0 of values that drift, null of none', () => {
    expect(durbinWatson([1, -1, 1, -1])).toBe(3) // by hand: 3·4 / 4
    expect(durbinWatson([1, 2, 3, 4])).toBeCloseTo(3 / 30, 12)
    expect(durbinWatson([0, 0, 0])).toBeNull()
    expect(durbinWatson([1e300, -1e300])).toBe(2)
    expect(() => durbinWatson([1])).toThrow('residuals has 1: give two or more')
  })
})
