import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { hasSharedData, sharedData } from '../../../../test/support/shared-data.ts'
import { unsafeMarkup } from '../charts/unsafe-markup.ts'
import { choropleth } from './choropleth.ts'
import type { AreaFeature, Choropleth } from './choropleth-input.ts'
import { classOf, mapClasses } from './classes.ts'
import { roomiestLine } from './roomiest-line.ts'
import { windForD3 } from './winding.ts'

const square = (x: number, y: number, size = 0.1): [number, number][] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]
const area = (code: string, x: number, name = `Area ${code}`): AreaFeature => ({
  type: 'Feature',
  properties: { code, name },
  geometry: { type: 'Polygon', coordinates: [square(x, 51.4)] },
})
const features = ['A', 'B', 'C', 'D', 'E', 'F', 'G'].map((code, i) => area(code, 0.2 + i * 0.1))
const sample = (over: Partial<Choropleth> = {}): Choropleth => ({
  id: 'map',
  title: 'Offences are highest in the east',
  subtitle: 'Year ending September 2021',
  source: 'Source: release 3f2a9c01.',
  features,
  values: features.map(({ properties: { code } }, i) => ({ code, value: i === 2 ? null : i + 0.5 })),
  measure: { kind: 'rate', counted: 'offences', per: '1,000 residents' },
  ...over,
})
const EVIL = '<script>alert("1")</script>'

describe('choropleth', () => {
  const cases: Record<string, Partial<Choropleth>> = {
    'no areas': { features: [], values: [] },
    'one area': { features: features.slice(0, 1) },
    'the same value everywhere': { values: features.map(({ properties }) => ({ code: properties.code, value: 4 })) },
    'no value anywhere': { values: [] },
    'values that are not numbers': { values: [{ code: 'A', value: Number.NaN }] },
    'an area without a shape': { features: [{ ...features[0]!, geometry: null }, ...features.slice(1)] },
    'markup in every word': {
      title: EVIL,
      areasWord: EVIL,
      features: [area(EVIL, 0.2, EVIL)],
      values: [{ code: EVIL, value: null, reason: EVIL }],
      measure: { kind: 'rate', counted: EVIL, per: EVIL },
      highlight: EVIL,
    },
  }
  for (const [name, over] of Object.entries(cases))
    for (const width of [360, 1000])
      it(`draws ${name} at ${width} pixels with nothing unsafe in it`, () =>
        expect(unsafeMarkup(choropleth(sample({ ...over, width })).svg)).toEqual([]))

  it('gives the same bytes whatever the order of the areas and values', () => {
    const map = sample()
    const other = sample({ features: features.toReversed(), values: map.values.toReversed() })
    expect(choropleth(other)).toEqual(choropleth(map))
  })

  it('hatches an area without data, says so in its title and in the legend, and never prints 0 for it', () => {
    const { svg, table } = choropleth(sample())
    expect(svg).toMatch(/data-code="C"[^>]*fill="url\(#map-hatch\)"><title>Area C: no data<\/title>/)
    expect(svg).toContain('>No data</text>')
    expect(table.rows.at(-1)).toEqual(['Area C', 'C', 'no data', ''])
  })

  it('words a count as a number and a rate as a rate', () => {
    expect(choropleth(sample()).svg).toContain('Offences per 1,000 residents')
    const counted = choropleth(sample({ measure: { kind: 'count', counted: 'offences' } }))
    expect(counted.svg).toContain('Number of offences')
    expect(counted.svg).toContain('compare places by rate')
  })

  it('says that shapes are illustrative and points approximate', () => {
    const { svg } = choropleth(sample({ illustrative: true, approximatePoints: true }))
    expect(svg).toContain('Illustrative map')
    expect(svg).toContain('Places are approximate')
  })

  it('draws the districts of Kent from imported boundaries, each inside the drawing', (context) => {
    const path = 'boundaries/kent-medway-bexley-thurrock-ltla24.geojson'
    if (!hasSharedData(path)) return context.skip(`${sharedData(path)} is not on this machine`)
    const { features: districts } = JSON.parse(readFileSync(sharedData(path), 'utf8')) as {
      features: (Omit<AreaFeature, 'properties'> & { properties: Record<string, string> })[]
    }
    const kent = districts.map(({ properties, ...feature }) => ({
      ...feature,
      properties: { code: properties.ltla24_code!, name: properties.ltla24_name! },
    }))
    const { svg } = choropleth(sample({ features: kent, values: [], width: 720, highlight: 'E07000107' }))
    expect(svg.match(/class="area"/g)).toHaveLength(kent.length)
    const xs = [...svg.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x))
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...xs)).toBeLessThanOrEqual(720)
  })
})

describe('mapClasses', () => {
  it('makes five classes of as many areas each, and prints edges that hold', () => {
    const classes = mapClasses([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'quantile', 'count', 0)
    expect(classes.map(({ areas }) => areas)).toEqual([2, 2, 2, 2, 2])
    expect(classes.map(({ text }) => text)).toEqual(['1 to 2', '3 to 4', '5 to 6', '7 to 8', '9 to 10'])
  })

  it('makes fewer classes when values are few, and one when they are all the same', () => {
    expect(mapClasses([3, 3, 3], 'quantile', 'count', 0).map(({ text }) => text)).toEqual(['3'])
    expect(mapClasses([0, 0, 0, 0, 9], 'quantile', 'count', 0).reduce((sum, { areas }) => sum + areas, 0)).toBe(5)
  })

  it('places a value on an edge in the class that starts there', () => {
    const classes = mapClasses([1, 5, 12], [5, 10], 'rate', 1)
    expect(classes.map(({ text, areas }) => [text, areas])).toEqual([
      ['1.0 to under 5.0', 1],
      ['5.0 to under 10.0', 1],
      ['10.0 to 12.0', 1],
    ])
    expect(classOf(5, classes, 1)?.text).toBe('5.0 to under 10.0')
    expect(classOf(4.96, classes, 1)?.text).toBe('5.0 to under 10.0') // printed 5.0
  })

  it('refuses edges that do not ascend', () => {
    expect(() => mapClasses([1], [5, 5], 'rate', 1)).toThrow('each above the one before')
  })
})

describe('windForD3', () => {
  const anticlockwise = square(0, 50)

  it('turns an anticlockwise outer ring clockwise and leaves a clockwise one', () => {
    const clockwise = anticlockwise.toReversed()
    for (const ring of [anticlockwise, clockwise])
      expect(windForD3({ type: 'Polygon', coordinates: [ring] })!.coordinates[0]![0]).toEqual(clockwise)
  })

  it('winds a hole against its outer ring', () => {
    const wound = windForD3({ type: 'Polygon', coordinates: [anticlockwise, square(0.02, 50.02, 0.05)] })
    expect(wound!.coordinates[0]![1]).toEqual(square(0.02, 50.02, 0.05))
  })

  it('leaves out rings without area', () => {
    expect(
      windForD3({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
            [0, 0],
          ],
        ],
      }),
    ).toBeNull()
  })
})

it('roomiestLine finds the wide part of an L', () => {
  const l = [
    [0, 0],
    [20, 0],
    [20, 60],
    [100, 60],
    [100, 100],
    [0, 100],
  ] as const
  expect(roomiestLine([...l], 12)).toMatchObject({ x: 50, room: 100 })
})
