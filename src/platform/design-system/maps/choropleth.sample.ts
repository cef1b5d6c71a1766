import type { AreaFeature, Choropleth } from './choropleth-input.ts'

const COLUMNS = 10
const VERTICES = 50

/** A made-up district of a hundred round-cornered areas, 5,000 vertices in all, some without data. */
export function sampleMap(over: Partial<Choropleth> = {}): Choropleth {
  const features = Array.from({ length: COLUMNS * COLUMNS }, (_, i): AreaFeature => {
    const [x, y] = [(i % COLUMNS) * 0.01, Math.floor(i / COLUMNS) * 0.0063]
    const ring = Array.from({ length: VERTICES }, (_, v): [number, number] => {
      const turn = (v % (VERTICES - 1)) / (VERTICES - 1)
      return [x + 0.005 * Math.cos(turn * 2 * Math.PI), 51.4 + y + 0.0031 * Math.sin(turn * 2 * Math.PI)]
    })
    const code = `X${String(i).padStart(3, '0')}`
    return {
      type: 'Feature',
      properties: { code, name: `Neighbourhood ${i + 1}` },
      geometry: { type: 'Polygon', coordinates: [ring] },
    }
  })
  return {
    id: 'map',
    title: 'Incidents are highest in the north',
    subtitle: 'Anti-social behaviour incidents, Borsetshire, year ending September 2021',
    source: 'Source: street-level feed of police.uk, release 3f2a9c01.',
    synthetic: true,
    illustrative: true,
    approximatePoints: true,
    areasWord: 'neighbourhoods',
    measure: { kind: 'count', counted: 'incidents' },
    features,
    values: features.map(({ properties: { code } }, i) => ({ code, value: i % 23 === 7 ? null : (i * i * 37) % 97 })),
    highlight: 'X042',
    ...over,
  }
}
