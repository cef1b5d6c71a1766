import {
  adjustedGini,
  crimeAtTopPlaces,
  giniCoefficient,
  giniForFewPlaces,
  giniIfRandom,
  giniOfPlacesWithAny,
  herfindahlIndex,
  lorenzCurve,
  placesHoldingShare,
  seededRandom,
} from '../../../src/index.ts'
import { type Comparable, compared, type OracleFolder, type OracleItem, type OracleSuite } from '../../item.ts'

interface Concentration {
  x?: number[]
  n_places: number
  n_crimes: number
  n_places_with_any: number
  gini: number | null
  gini_unbiased_n_over_n_minus_1: number | null
  gini_nonzero_places_only: number | null
  gini_adjusted_bernasco_steenbeek: number | null
  lorenz_deciles_ascending: (number | null)[]
  hhi: number | null
  gini_if_random?: { mean: number; q025: number; q975: number; draws: number; tolerance?: number }
  /** `share_50`, `top_5pct` and others */
  [other: string]: unknown
}

interface File {
  meta: string
  small?: Record<string, Concentration>
  /** a type of crime over several sets of places, such as `anchors_3000` */
  [type: string]: unknown
}

export const suite: OracleSuite<File> = function* (file, folder) {
  const { meta, small, ...types } = file
  for (const [name, expected] of Object.entries(small ?? {}))
    yield* concentration(`small, ${name}`, expected.x!, expected)
  const crimes = readCrimes(folder, /(\d{4}-\d\d)\.\.(?:\d{4}-\d\d)/.exec(meta)?.[1] ?? '')
  for (const [type, sets] of Object.entries(types))
    for (const [name, expected] of Object.entries(sets as Record<string, Concentration>)) {
      const counts = countsOf(crimes, type, name, expected)
      if (expected.x)
        yield compared(`${type}, ${name}: places counted from the data`, 'the same places', 0, [[counts, expected.x]])
      yield* concentration(`${type}, ${name}`, counts, expected)
    }
}

function* concentration(name: string, counts: ArrayLike<number>, expected: Concentration): Generator<OracleItem> {
  const list = Array.from(counts)
  yield compared(`${name}: places, crimes, places with any`, 'the same places', 0, [
    [
      [list.length, list.reduce((sum, count) => sum + count, 0), list.filter((count) => count > 0).length],
      [expected.n_places, expected.n_crimes, expected.n_places_with_any],
    ],
  ])
  yield compared(
    `${name}: Gini plain, n/(n − 1), non-zero only, adjusted`,
    'giniCoefficient, giniForFewPlaces, giniOfPlacesWithAny, adjustedGini',
    1e-10,
    [
      [giniCoefficient(counts), expected.gini],
      [giniForFewPlaces(counts), expected.gini_unbiased_n_over_n_minus_1],
      [giniOfPlacesWithAny(counts), expected.gini_nonzero_places_only],
      [adjustedGini(counts), expected.gini_adjusted_bernasco_steenbeek],
    ],
  )
  yield compared(`${name}: places holding a share of crime`, 'placesHoldingShare', 1e-10, sharePairs(counts, expected))
  yield compared(`${name}: crime at the top places`, 'crimeAtTopPlaces', 1e-10, topPairs(counts, expected))
  const deciles = expected.lorenz_deciles_ascending
  yield compared(`${name}: Lorenz curve, Herfindahl index`, 'lorenzCurve, herfindahlIndex', 1e-10, [
    [lorenzCurve(counts, deciles.length)?.crimeShare.slice(1), deciles],
    [herfindahlIndex(counts), expected.hhi],
  ])
  if (expected.gini_if_random) yield ifRandom(name, expected.n_places, expected.n_crimes, expected.gini_if_random)
}

function sharePairs(counts: ArrayLike<number>, expected: Concentration): [Comparable, Comparable][] {
  return numbered(expected, /^share_(\d+)$/).map(([per, fields]) => {
    const found = placesHoldingShare(counts, per / 100)
    return [
      found && [
        found.places,
        found.shareOfAllPlaces,
        found.shareOfPlacesWithAny,
        found.interpolatedPlaces,
        found.interpolatedShareOfAllPlaces,
      ],
      [
        fields.places!,
        fields.share_of_all_places!,
        fields.share_of_places_with_any!,
        fields.interpolated_places!,
        fields.interpolated_share_of_all!,
      ],
    ]
  })
}

function topPairs(counts: ArrayLike<number>, expected: Concentration): [Comparable, Comparable][] {
  return numbered(expected, /^top_(\d+)pct$/).map(([per, fields]) => {
    const found = crimeAtTopPlaces(counts, per / 100)
    return [
      found && [found.crimeShare, found.interpolatedCrimeShare],
      [fields.share_of_crime_in_top_floor!, fields.interpolated!],
    ]
  })
}

const numbered = (expected: Concentration, pattern: RegExp) =>
  Object.entries(expected).flatMap(([key, fields]) => {
    const number = pattern.exec(key)?.[1]
    return number ? [[Number(number), fields as Record<string, number>] as const] : []
  })

function ifRandom(
  name: string,
  places: number,
  crimes: number,
  expected: NonNullable<Concentration['gini_if_random']>,
) {
  const { mean, interval } = giniIfRandom(places, crimes, seededRandom(1), expected.draws)
  return compared(
    `${name}: Gini if crimes fell at random`,
    'giniIfRandom',
    expected.tolerance ?? 0.002,
    [
      [
        [mean, interval.lower, interval.upper],
        [expected.mean, expected.q025, expected.q975],
      ],
    ],
    'absolute',
  )
}

interface Crimes {
  rows: { type: string; x: number; y: number; anchor: string }[]
  /** LSOA of each anchor, in the file's order */
  anchors: Map<string, string>
  lsoas: string[]
  box: { west: number; south: number; width: number; height: number }
}

/** Located crimes from a month on. */
function readCrimes(folder: OracleFolder, from: string): Crimes {
  const table = (file: string) => {
    const [head, ...rows] = folder.text(file).trim().split('\n')
    const names = head!.split(',')
    return { rows: rows.map((row) => row.split(',')), at: (name: string) => names.indexOf(name) }
  }
  const events = table('data/incidents_xy.csv.gz')
  const [date, type, x, y, anchor, located] = ['date', 'type', 'x', 'y', 'anchor_id', 'located'].map(events.at)
  const anchors = table('data/anchors.csv')
  const lsoas = table('data/lsoa.csv')
  return {
    rows: events.rows
      .filter((row) => row[located!] === '1' && row[date!]!.slice(0, 7) >= from)
      .map((row) => ({ type: row[type!]!, x: Number(row[x!]), y: Number(row[y!]), anchor: row[anchor!]! })),
    anchors: new Map(anchors.rows.map((row) => [row[anchors.at('anchor_id')]!, row[anchors.at('lsoa_code')]!])),
    lsoas: lsoas.rows.map((row) => row[lsoas.at('lsoa_code')]!),
    box: boxOf(folder),
  }
}

/** The rectangle the areas fill, on which the grid is laid. */
function boxOf(folder: OracleFolder) {
  const { features } = folder.json<{ features: { geometry: { coordinates: unknown[] } }[] }>('data/lsoa_bng.geojson')
  const flat = features.flatMap(({ geometry }) => geometry.coordinates.flat(9) as number[])
  const edges = (axis: number) => {
    const values = flat.filter((_, i) => i % 2 === axis)
    const least = values.reduce((a, b) => Math.min(a, b))
    return [least, values.reduce((a, b) => Math.max(a, b)) - least] as const
  }
  const [west, width] = edges(0)
  const [south, height] = edges(1)
  return { west: Math.round(west), south: Math.round(south), width: Math.round(width), height: Math.round(height) }
}

function countsOf({ rows, anchors, lsoas, box }: Crimes, type: string, places: string, { n_places }: Concentration) {
  const chosen = type === 'ALL' ? rows : rows.filter((row) => row.type === type)
  const names = places.startsWith('lsoa') ? lsoas : places.startsWith('anchors') ? [...anchors.keys()] : undefined
  const cell = Math.sqrt((box.width * box.height) / n_places)
  const columns = Math.round(box.width / cell)
  const counts = new Float64Array(names?.length ?? n_places)
  const placeOf = new Map(names?.map((name, i) => [name, i]))
  for (const { x, y, anchor } of chosen) {
    const place = names
      ? placeOf.get(places.startsWith('lsoa') ? anchors.get(anchor)! : anchor)!
      : Math.floor((y - box.south) / cell) * columns + Math.floor((x - box.west) / cell)
    counts[place]!++
  }
  return counts
}
