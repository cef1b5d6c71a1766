import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  adjustedGini,
  crimeAtTopPlaces,
  giniCoefficient,
  giniForFewPlaces,
  giniOfPlacesWithAny,
  herfindahlIndex,
  lorenzCurve,
  placesHoldingShare,
} from './index.ts'

const TEN = [3, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const anyPlaces = fc.array(fc.nat(1000), { minLength: 2, maxLength: 40 })
const somePlaces = anyPlaces.filter((counts) => counts.some((count) => count > 0))

/** Mean absolute difference over all pairs, halved and over the mean: Gini's own definition, by another route. */
const byDifferences = (counts: number[]) => {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const differences = counts.flatMap((a) => counts.map((b) => Math.abs(a - b))).reduce((sum, gap) => sum + gap, 0)
  return differences / (2 * counts.length * total)
}

describe('giniCoefficient and its variants', () => {
  it('3, 1, 1 and seven places without crime: 0.78 plain, 0.867 for few places, 0.267 with any, 0.56 adjusted', () => {
    expect(giniCoefficient(TEN)).toBeCloseTo(0.78, 12) // by hand: (9·3 + 7·1 + 5·1) / (10·5)
    expect(giniForFewPlaces(TEN)).toBeCloseTo(0.78 / 0.9, 12)
    expect(giniOfPlacesWithAny(TEN)).toBeCloseTo(4 / 15, 12)
    expect(adjustedGini(TEN)).toBeCloseTo(0.56, 12) // Bernasco & Steenbeek 2017: 10/5·(0.78 − 1) + 1
  })

  it('is 0 where every place has the same, and 1 for few places where one has all', () => {
    expect(giniCoefficient([4, 4, 4])).toBe(0)
    expect(giniForFewPlaces([0, 9, 0, 0])).toBeCloseTo(1, 12)
    expect(giniCoefficient([5])).toBe(0)
    expect(giniForFewPlaces([5])).toBeNull()
  })

  it('adjusted is 0 where each of a few crimes has a place of its own', () => {
    expect(adjustedGini([1, 0, 1, 0, 0, 1])).toBeCloseTo(0, 12)
  })

  it('is not defined, null, where there is no crime', () => {
    for (const gini of [
      giniCoefficient,
      giniForFewPlaces,
      giniOfPlacesWithAny,
      adjustedGini,
      herfindahlIndex,
      lorenzCurve,
    ])
      expect(gini([0, 0, 0])).toBeNull()
    expect(placesHoldingShare([0, 0])).toBeNull()
    expect(crimeAtTopPlaces([0, 0], 0.5)).toBeNull()
  })

  it('agrees with half the mean difference over the mean', () => {
    fc.assert(
      fc.property(somePlaces, (counts) => {
        expect(giniCoefficient(counts)).toBeCloseTo(byDifferences(counts), 10)
      }),
    )
  })

  it('does not depend on order or unit, and leaves its argument alone', () => {
    fc.assert(
      fc.property(somePlaces, fc.integer({ min: 2, max: 90 }), (counts, times) => {
        const given = Float64Array.from(counts)
        const found = giniCoefficient(given)!
        expect([...given]).toEqual(counts)
        expect(giniCoefficient(counts.toReversed())).toBeCloseTo(found, 12)
        expect(giniCoefficient(counts.map((count) => count * times))).toBeCloseTo(found, 12)
      }),
    )
  })

  it('falls when a crime moves from a worse place to a better one', () => {
    fc.assert(
      fc.property(somePlaces, (counts) => {
        const worst = counts.indexOf(Math.max(...counts))
        const best = counts.indexOf(Math.min(...counts))
        fc.pre(counts[worst]! - counts[best]! > 1)
        const moved = counts.with(worst, counts[worst]! - 1)
        moved[best]!++
        expect(giniCoefficient(moved)!).toBeLessThan(giniCoefficient(counts)!)
      }),
    )
  })

  it('adjusted is the plain one with as many crimes as places, and never above it', () => {
    fc.assert(
      fc.property(somePlaces, (counts) => {
        const adjusted = adjustedGini(counts)!
        const plain = giniCoefficient(counts)!
        if (counts.reduce((sum, count) => sum + count, 0) >= counts.length) expect(adjusted).toBe(plain)
        else expect(adjusted).toBeLessThanOrEqual(plain)
      }),
    )
  })

  it('refuses a place below 0, part of a crime in the adjusted form, and an empty list', () => {
    expect(() => giniCoefficient([1, -2])).toThrow('counts[1] is -2: give a finite number, 0 or more.')
    expect(() => giniCoefficient([1, Number.NaN])).toThrow('counts[1] is NaN')
    expect(() => adjustedGini([0.5, 1])).toThrow('counts[0] is 0.5: give a whole number of events')
    expect(() => giniCoefficient([])).toThrow('counts has no place')
    expect(() => giniCoefficient('12' as unknown as number[])).toThrow('counts is "12": give an array.')
  })
})

describe('herfindahlIndex', () => {
  it('is 1 over the number of places that share evenly, whatever the number without any', () => {
    expect(herfindahlIndex([2, 2, 2, 2, 0, 0, 0])).toBeCloseTo(0.25, 12)
    expect(herfindahlIndex([0, 7])).toBe(1)
  })
})

describe('lorenzCurve', () => {
  it('takes part of a place in proportion', () => {
    // three places of 1, 2 and 7: half the places are 1.5, so (1 + 0.5·2)/10
    expect(lorenzCurve([7, 1, 2], 2)).toEqual({ placeShare: [0, 0.5, 1], crimeShare: [0, expect.closeTo(0.2, 12), 1] })
  })

  it('encloses half the Gini coefficient with the diagonal, when drawn at every place', () => {
    fc.assert(
      fc.property(somePlaces, (counts) => {
        const { placeShare, crimeShare } = lorenzCurve(counts, counts.length)!
        let area = 0
        for (let i = 1; i < placeShare.length; i++)
          area += ((crimeShare[i]! + crimeShare[i - 1]!) * (placeShare[i]! - placeShare[i - 1]!)) / 2
        expect(1 - 2 * area).toBeCloseTo(giniCoefficient(counts)!, 10)
      }),
    )
  })
})

describe('placesHoldingShare', () => {
  it('names both denominators: 3 of 10 places, 3 of the 9 with any', () => {
    const found = placesHoldingShare([22, 18, 17, 12, 11, 8, 6, 3, 2, 0], 0.5)!
    expect(found).toMatchObject({ places: 3, shareOfAllPlaces: 0.3, shareOfPlacesWithAny: expect.closeTo(1 / 3, 12) })
    expect(found.interpolatedPlaces).toBeCloseTo(2 + (49.5 - 40) / 17, 12) // by hand: half of 99 is 49.5
  })

  it('needs exactly the places that make up the share, in spite of rounding', () => {
    expect(placesHoldingShare([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.3)!.places).toBe(3)
    expect(placesHoldingShare([5, 0, 0], 1)).toMatchObject({
      places: 1,
      interpolatedPlaces: 1,
      shareOfPlacesWithAny: 1,
    })
    expect(placesHoldingShare([5, 5], 0)).toMatchObject({ places: 1, interpolatedPlaces: 0 })
  })

  it('holds the share, and one place fewer does not', () => {
    fc.assert(
      fc.property(somePlaces, fc.double({ min: 0.01, max: 1, noNaN: true }), (counts, share) => {
        const { places } = placesHoldingShare(counts, share)!
        const falling = counts.toSorted((a, b) => b - a)
        const total = falling.reduce((sum, count) => sum + count, 0)
        const held = (k: number) => falling.slice(0, k).reduce((sum, count) => sum + count, 0) / total
        expect(held(places)).toBeGreaterThanOrEqual(share - 1e-9)
        expect(held(places - 1)).toBeLessThan(share)
      }),
    )
  })

  it('refuses a share in per cent', () => {
    expect(() => placesHoldingShare([1], 50)).toThrow(
      'share is 50: give a proportion from 0 to 1, such as 0.05 for 5 %.',
    )
  })
})

describe('crimeAtTopPlaces', () => {
  it('takes the whole number of places that a share of many thousands names', () => {
    // 0.563 × 36,000 is 20,268, and 20267.999999999996 in 16 digits
    const counts = new Float64Array(36_000).fill(1)
    const found = crimeAtTopPlaces(counts, 0.563)!
    expect(found.places).toBe(20_268)
    expect(found.crimeShare).toBeCloseTo(0.563, 12)
    expect(found.interpolatedCrimeShare).toBeCloseTo(0.563, 12)
  })

  it('takes whole places, and says beside it what part of the next would add', () => {
    const found = crimeAtTopPlaces([22, 18, 17, 12, 11, 8, 6, 3, 2, 1], 0.25)!
    expect(found).toEqual({ places: 2, crimeShare: 0.4, interpolatedCrimeShare: expect.closeTo(0.485, 12) })
  })

  it('29 % of 100 places is 29, though 0.29 × 100 is a hair less', () => {
    expect(crimeAtTopPlaces(Array(100).fill(1), 0.29)).toMatchObject({ places: 29, interpolatedCrimeShare: 0.29 })
  })

  it('holds everything at all places and nothing at none', () => {
    expect(crimeAtTopPlaces(TEN, 1)).toMatchObject({ places: 10, crimeShare: 1, interpolatedCrimeShare: 1 })
    expect(crimeAtTopPlaces(TEN, 0)).toMatchObject({ places: 0, crimeShare: 0, interpolatedCrimeShare: 0 })
  })
})
