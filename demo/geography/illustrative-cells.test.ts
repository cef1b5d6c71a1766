import { geoArea, geoContains } from 'd3-geo'
import { describe, expect, it } from 'vitest'
import { DARTFORD, DEMONSTRATION_DISTRICTS } from './districts.ts'
import { allIllustrativeCells, illustrativeCells } from './illustrative-cells.ts'
import { KENT_LSOAS } from './lsoa-table.ts'

const EARTH_KM2 = 6371 ** 2

describe('illustrativeCells', () => {
  it('gives one cell for each of the 58 areas of Dartford, each labelled illustrative', () => {
    const { features } = illustrativeCells(DARTFORD)
    expect(features).toHaveLength(58)
    expect(features.every(({ properties }) => properties.illustrative && properties.level === 'lsoa')).toBe(true)
    expect(features.every(({ properties }) => properties.name.startsWith('Dartford '))).toBe(true)
  })

  it('gives a district outside the demonstration no cells', () => {
    expect(illustrativeCells('E09000004').features).toEqual([])
  })

  it('winds every cell as d3-geo takes it, and keeps the area’s own centroid inside', () => {
    const centroids = new Map(KENT_LSOAS.map(({ code, longitude, latitude }) => [code, [longitude, latitude]]))
    for (const cell of allIllustrativeCells().features) {
      expect(geoArea(cell)).toBeLessThan(1e-4) // the other way round it would be nearly 4π, the rest of the globe
      expect(geoContains(cell, centroids.get(cell.properties.code) as [number, number])).toBe(true)
    }
  })

  it('covers about the land of Dartford, 73 square kilometres, and of Kent and Medway, 3,736 (ONS)', () => {
    const km2 = (codes: Iterable<string>) =>
      [...codes].flatMap((code) => illustrativeCells(code).features).reduce((sum, f) => sum + geoArea(f), 0) * EARTH_KM2
    expect(km2([DARTFORD])).toBeGreaterThan(60)
    expect(km2([DARTFORD])).toBeLessThan(90)
    expect(km2(DEMONSTRATION_DISTRICTS.keys())).toBeGreaterThan(3_400)
    expect(km2(DEMONSTRATION_DISTRICTS.keys())).toBeLessThan(4_100)
  })
})
