import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makingDataCountSignals } from './making-data-count-signals.ts'
import { nelsonSignals } from './nelson-signals.ts'
import { westernElectricSignals } from './western-electric-signals.ts'

/** Centre 0 and sigma 1: values are their own z. */
const nelson = (values: (number | null)[]) => nelsonSignals(values, 0, 1)
const alternating = (months: number) => Array.from({ length: months }, (_, i) => (i % 2 ? 0.5 : -0.5))
const anyMonths = fc.array(fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }), { maxLength: 40 })

describe('nelsonSignals', () => {
  it('rule 1 is strictly beyond 3 sigma, on either side', () =>
    expect(nelson([3, 3.01, -3, -3.01]).beyondThreeSigma).toEqual([1, 3]))

  it('rule 2 lists the ninth month on one side and every later one; a month on the centre breaks it', () => {
    expect(nelson(Array(10).fill(0.1)).nineOnOneSide).toEqual([8, 9])
    expect(nelson([...Array(8).fill(0.1), 0, 0.1]).nineOnOneSide).toEqual([])
  })

  it('rule 3 is six months with five rises; a level step breaks it', () => {
    expect(nelson([1, 2, 3, 4, 5, 6].map((x) => x / 10)).sixInTrend).toEqual([5])
    expect(nelson([1, 2, 3, 3, 4, 5, 6].map((x) => x / 10)).sixInTrend).toEqual([])
    expect(nelson([6, 5, 4, 3, 2, 1].map((x) => x / 10)).sixInTrend).toEqual([5])
  })

  it('rule 4 is fourteen months up and down by turns', () => {
    expect(nelson(alternating(13)).fourteenAlternating).toEqual([])
    expect(nelson(alternating(15)).fourteenAlternating).toEqual([13, 14])
  })

  it('rule 5 wants two of three on one side and the last of them beyond', () => {
    expect(nelson([2.1, 0, 2.1, 0]).twoOfThreeBeyondTwoSigma).toEqual([2])
    expect(nelson([2.1, 0, -2.1]).twoOfThreeBeyondTwoSigma).toEqual([])
    expect(nelson([2, 0, 2.1]).twoOfThreeBeyondTwoSigma).toEqual([])
    // a window of three is needed, so the second month cannot complete it
    expect(nelson([2.1, 2.1, 0]).twoOfThreeBeyondTwoSigma).toEqual([])
  })

  it('rule 6 wants four of five on one side and the last of them beyond', () => {
    expect(nelson([1.1, 1.1, 0, 1.1, 1.1]).fourOfFiveBeyondOneSigma).toEqual([4])
    expect(nelson([1.1, 1.1, 1.1, 1.1, 0]).fourOfFiveBeyondOneSigma).toEqual([])
  })

  it('rules 7 and 8 are fifteen within and eight outside 1 sigma', () => {
    expect(nelson(Array(15).fill(0.9)).fifteenWithinOneSigma).toEqual([14])
    expect(nelson([1.1, -1.1, 1.1, -1.1, 1.1, -1.1, 1.1, -1.1]).eightOutsideOneSigma).toEqual([7])
    expect(nelson([...Array(14).fill(0.9), 1]).fifteenWithinOneSigma).toEqual([])
  })

  it('takes one sigma for each month', () =>
    expect(nelsonSignals([4, 4, 4], 0, [1, 2, 1]).beyondThreeSigma).toEqual([0, 2]))

  it('refuses a missing sigma or one below 0', () => {
    expect(() => nelsonSignals([1, 2], 0, [1])).toThrow('sigma has 1 values and values has 2')
    expect(() => nelsonSignals([1], 0, -1)).toThrow('sigma is -1')
    expect(() => nelsonSignals([1], NaN, 1)).toThrow('centre is NaN')
  })
})

describe('westernElectricSignals', () => {
  it('differs from Nelson’s by a run of eight', () => {
    const found = westernElectricSignals(Array(9).fill(-0.1), 0, 1)
    expect(found.eightOnOneSide).toEqual([7, 8])
  })
})

describe('makingDataCountSignals', () => {
  it('is a shift of seven, a trend of seven, and two of three with the last anywhere', () => {
    expect(makingDataCountSignals(Array(7).fill(1), 0, 1).sevenOnOneSide).toEqual([6])
    expect(makingDataCountSignals([1, 2, 3, 4, 5, 6, 7, 7], 20, 100).sevenInTrend).toEqual([6])
    expect(makingDataCountSignals([2.1, 2.1, 0, 0], 0, 1).twoOfThreeNearLimit).toEqual([2])
    expect(makingDataCountSignals([3.5, 0], 0, 1).beyondLimits).toEqual([0])
  })
})

describe('all rule sets', () => {
  const all = (values: (number | null)[], centre: number, sigma: number) =>
    [nelsonSignals, westernElectricSignals, makingDataCountSignals].map((rules) => {
      const { z: _, ...signals } = rules(values, centre, sigma)
      return signals
    })

  it('find nothing in a constant series, whose sigma is 0, but for months that differ', () => {
    for (const signals of all(Array(30).fill(7), 7, 0)) expect(Object.values(signals).flat()).toEqual([])
    expect(nelsonSignals([7, 7, 8], 7, 0)).toMatchObject({ z: [null, null, null], beyondThreeSigma: [2] })
  })

  it('a missing month breaks every run and fills no window', () => {
    const values = [...Array(8).fill(0.5), null, 0.5]
    expect(nelson(values).nineOnOneSide).toEqual([])
    expect(nelson([1, 2, 3, null, 4, 5, 6]).sixInTrend).toEqual([])
    expect(nelson([2.1, null, 2.1]).twoOfThreeBeyondTwoSigma).toEqual([])
    expect(makingDataCountSignals([2.1, 2.1, null], 0, 1).twoOfThreeNearLimit).toEqual([])
  })

  it('find the same months when values are shifted, multiplied or turned upside down', () =>
    fc.assert(
      fc.property(anyMonths, fc.integer({ min: -90, max: 90 }), fc.constantFrom(0.5, 4, -1), (values, shift, scale) => {
        const moved = values.map((x) => (x === null ? null : x * scale + shift))
        expect(all(moved, 15 * scale + shift, Math.abs(scale) * 4.3)).toEqual(all(values, 15, 4.3))
      }),
    ))

  it('find nothing later in a series that was not there before a month was added', () =>
    fc.assert(
      fc.property(anyMonths, fc.nat(30), (values, next) => {
        const before = all(values, 15, 4.3)
        const after = all([...values, next], 15, 4.3)
        for (const [i, signals] of before.entries())
          for (const [rule, places] of Object.entries(signals))
            expect((after[i] as unknown as Record<string, number[]>)[rule]!.filter((at) => at < values.length)).toEqual(
              places,
            )
      }),
    ))
})
