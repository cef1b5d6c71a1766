import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { prepareText, refusalOf } from '../testing.ts'

const SQUARE = [
  [
    [0.2, 51.4],
    [0.3, 51.4],
    [0.3, 51.5],
    [0.2, 51.5, 12],
    [0.2, 51.4],
  ],
]
const feature = (properties: object, geometry: object | null = { type: 'Polygon', coordinates: SQUARE }) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: object[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    name: 'a "name" with features: [ { } ]',
    crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
    features,
  })
const LSOA = { FID: 1, LSOA21CD: 'E01024132', LSOA21NM: 'Dartford 012A', LADCD_ACTIVE: 'E07000107' }

describe('boundaries', () => {
  it('keep code, name, level and vintage, and drop the crs and heights', async () => {
    const prepared = await prepareText('x.json', collection(feature(LSOA)))
    expect(prepared).toMatchObject({
      kind: 'boundaries',
      key: 'boundaries | lsoa 2021 | E07000107',
      covers: ['E07000107'],
      rows: 1,
      licence: expect.stringContaining('contains OS data © Crown copyright'),
    })
    const written = JSON.parse(readFileSync(prepared.file, 'utf8')) as FeatureCollection
    expect(written).not.toHaveProperty('crs')
    expect(written.features[0]!.properties).toEqual({
      code: 'E01024132',
      name: 'Dartford 012A',
      level: 'lsoa',
      vintage: 2021,
    })
    expect(JSON.stringify(written.features[0]!.geometry)).toContain('[0.2,51.5]')
  })

  it('are read gzipped and with a byte-order mark, MultiPolygons too; other nations are left out', async () => {
    const many = { type: 'MultiPolygon', coordinates: [SQUARE, SQUARE] }
    const text = `\uFEFF${collection(
      feature({ LAD24CD: 'E07000107', LAD24NM: 'Dartford' }, many),
      feature({ LAD24CD: 'S12000033', LAD24NM: 'Aberdeen City' }),
    )}`
    const prepared = await prepareText('x.geojson.gz', gzipSync(text))
    expect(prepared).toMatchObject({
      vintage: 'district 2024',
      rows: 1,
      leftOut: ['1 area outside England and Wales'],
    })
  })

  it('a ward is a ward, though its properties name its district as well', async () => {
    const prepared = await prepareText(
      'w.geojson',
      collection(feature({ WD25CD: 'E05012392', WD25NM: 'Bean', LAD25CD: 'E07000107' })),
    )
    expect(prepared).toMatchObject({ vintage: 'ward 2025', covers: ['E07000107'] })
  })

  for (const [what, text, says] of [
    [
      'metres',
      collection(
        feature(LSOA, {
          type: 'Polygon',
          coordinates: [
            [
              [557532, 171604],
              [557533, 171604],
              [557533, 171605],
              [557532, 171604],
            ],
          ],
        }),
      ),
      /557532, 171604, outside the United Kingdom: it looks like metres.*WGS84/,
    ],
    [
      'swapped axes',
      collection(
        feature(LSOA, {
          type: 'Polygon',
          coordinates: [
            [
              [51.4, 0.2],
              [51.5, 0.2],
              [51.5, 0.3],
              [51.4, 0.2],
            ],
          ],
        }),
      ),
      /wrong way round/,
    ],
    [
      'another country',
      collection(
        feature(LSOA, {
          type: 'Polygon',
          coordinates: [
            [
              [12, 42],
              [13, 42],
              [13, 43],
              [12, 42],
            ],
          ],
        }),
      ),
      /12, 42, outside the United Kingdom/,
    ],
    [
      'a point',
      collection(feature(LSOA, { type: 'Point', coordinates: [0.2, 51.4] })),
      /feature 1 \(E01024132\) has a Point/,
    ],
    ['no geometry', collection(feature(LSOA, null)), /has no geometry/],
    [
      'an open ring',
      collection(
        feature(LSOA, {
          type: 'Polygon',
          coordinates: [
            [
              [0.2, 51.4],
              [0.3, 51.4],
              [0.3, 51.5],
            ],
          ],
        }),
      ),
      /ring that is not closed/,
    ],
    ['the same area twice', collection(feature(LSOA), feature(LSOA)), /feature 2: E01024132 is outlined twice/],
    ['unknown properties', collection(feature({ id: 7 })), /Found: id\. Expected a code such as LSOA21CD/],
    [
      'a wrong code',
      collection(feature({ ...LSOA, LSOA21CD: 'Dartford' })),
      /expected a lsoa code in "LSOA21CD", found "Dartford"/,
    ],
    ['a truncated file', collection(feature(LSOA)).slice(0, 200), /cut short/],
    ['no features', collection(), /outlines no area/],
    ['other JSON', '{"rows":[1]}', /not a GeoJSON FeatureCollection/],
    ['a broken feature', '{"type":"FeatureCollection","features":[{"type":"Feature",}]}', /not JSON/],
  ] as const)
    it(`${what}: refused in one line`, async () => {
      const message = await refusalOf('bad.geojson', text)
      expect(message).toMatch(says)
      expect(message).not.toMatch(/\n/)
    })
})
