import {
  type Boundary,
  countsByCell,
  empiricalBayesRates,
  exactPoints,
  type Grid,
  gearyC,
  giStar,
  giStarOnGrid,
  gridNeighbours,
  localEmpiricalBayesRates,
  localMoran,
  type MoranI,
  moranI,
  moranPermutation,
  type Neighbours,
  neighboursFromLists,
  neighboursWithin,
  polygonNeighbours,
  rowStandardised,
  seededRandom,
  squareGrid,
} from '../../../src/index.ts'
import { firstMonth, incidentsOf, locatedIncidents, placesOf } from '../../incidents.ts'
import { compared, type OracleFolder, type OracleItem, type OracleSuite } from '../../item.ts'

interface GridFile {
  meta: { grid: { x0: number; y0: number; cell: number; nx: number; ny: number }; data: string }
  gi_star: Record<string, GiStar>
  moran_grid?: Record<string, Moran & { geary_C: number }>
  lsoa: {
    lsoa_code: string[]
    population: number[]
    queen_neighbours_0based: (number | number[])[]
    by_type: Record<string, AreaType>
  }
  /** `gi_star_band500_burglary` and others */
  [other: string]: unknown
}

interface GiStar {
  count: number[]
  z: number[]
  p: number[]
  p_bh: number[]
  n_hot_05_raw: number
  n_hot_05_bh: number
  n_cold_05_bh: number
  n_hot_01_bh: number
}

interface Moran {
  I: number
  EI: number
  var_rand: number
  z_rand: number
  p_rand: number
  var_norm: number
  z_norm: number
  p_norm: number
}

interface AreaType {
  count: number[]
  rate: number[]
  moran: Moran
  moran_lag_slope_check: number
  gi_star_z: number[]
  local_moran: {
    Ii: number[]
    E_conditional: number[]
    Var_conditional: number[]
    Z_conditional: (number | null)[]
    p_conditional_two_sided: (number | null)[]
    E_unconditional: number[]
    Var_unconditional: number[]
    quadrant: string[]
  }
  eb_global_marshall_per_1000: (number | null)[]
  eb_local_queen_incl_self_per_1000: (number | null)[]
  /** `moran_mc_9999_p_greater` */
  [other: string]: unknown
}

const TOLERANCE = 1e-9

export const suite: OracleSuite<GridFile> = function* (file, folder) {
  const { x0, y0, cell, nx, ny } = file.meta.grid
  const grid = squareGrid({ west: x0, south: y0, east: x0 + cell * nx, north: y0 + cell * ny }, cell)
  const from = firstMonth(file.meta.data)
  for (const [type, expected] of Object.entries(file.gi_star)) yield* hotCells(type, expected, grid, from, folder)
  for (const [name, expected] of Object.entries(file))
    if (name.startsWith('gi_star_band')) yield hotInBand(name, expected as { z: number[] }, grid, file.gi_star)
  for (const [type, expected] of Object.entries(file.moran_grid ?? {})) {
    const neighbours = rowStandardised(gridNeighbours(grid))
    const counts = file.gi_star[type]!.count
    yield* moran(`grid, ${type}`, moranI(counts, neighbours), expected)
    yield compared(`grid, ${type}: C`, 'gearyC', TOLERANCE, [[gearyC(counts, neighbours)?.c, expected.geary_C]])
  }
  yield* areas(file, folder, from)
}

function* hotCells(
  type: string,
  expected: GiStar,
  grid: Grid,
  from: string,
  folder: OracleFolder,
): Generator<OracleItem> {
  const incidents = locatedIncidents(folder)
  const { x, y } = placesOf(incidents, incidentsOf(incidents, type, from))
  yield compared(`grid, ${type}: events by cell`, 'squareGrid, countsByCell', 0, [
    [countsByCell(grid, exactPoints(x, y)).counts, expected.count],
  ])
  const fast = giStarOnGrid(grid, expected.count)!
  const general = giStar(expected.count, gridNeighbours(grid))!
  for (const [name, found] of [
    ['giStarOnGrid', fast],
    ['giStar', general],
  ] as const) {
    yield compared(`grid, ${type}: z`, name, TOLERANCE, [[found.z, expected.z]])
    yield compared(`grid, ${type}: p`, name, TOLERANCE, [[found.p, expected.p]])
    yield compared(`grid, ${type}: p adjusted`, name, TOLERANCE, [[found.adjustedP, expected.p_bh]])
  }
  const count = (test: (category: number, i: number) => boolean) => fast.category.filter(test).length
  yield compared(`grid, ${type}: hot and cold cells`, 'giStarOnGrid', 0, [
    [count((category) => category >= 2), expected.n_hot_05_bh],
    [count((category) => category <= -2), expected.n_cold_05_bh],
    [count((category) => category === 3), expected.n_hot_01_bh],
    [count((_, i) => fast.z[i]! > 0 && fast.p[i]! < 0.05), expected.n_hot_05_raw],
  ])
}

/** `gi_star_band500_burglary`: metres and type. */
function hotInBand(name: string, { z }: { z: number[] }, grid: Grid, types: Record<string, GiStar>): OracleItem {
  const [, metres, wanted] = /^gi_star_band(\d+)_(.+)$/.exec(name) ?? []
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z]+/g, ' ')
  const type = Object.keys(types).find((each) => plain(each) === plain(wanted ?? ''))
  const found = type && giStar(types[type]!.count, neighboursWithin(grid.x, grid.y, Number(metres)))
  return compared(`grid, ${wanted}: z in a band of ${metres} m`, 'neighboursWithin, giStar', TOLERANCE, [
    [found ? found.z : null, z],
  ])
}

function* moran(name: string, found: MoranI | null, expected: Moran): Generator<OracleItem> {
  const { randomisation, normality } = found!
  const of = (what: string, pairs: [number | null, number][]) =>
    compared(`${name}: ${what}`, 'moranI', TOLERANCE, pairs)
  yield of('I and expectation', [
    [found!.i, expected.I],
    [found!.expected, expected.EI],
  ])
  yield of('variance, z, p under randomisation', [
    [randomisation.variance, expected.var_rand],
    [randomisation.z, expected.z_rand],
    [randomisation.p, expected.p_rand],
  ])
  yield of('variance, z, p under normality', [
    [normality.variance, expected.var_norm],
    [normality.z, expected.z_norm],
    [normality.p, expected.p_norm],
  ])
}

function* areas({ lsoa }: GridFile, folder: OracleFolder, from: string): Generator<OracleItem> {
  const { features } = folder.json<{ features: { properties: { lsoa_code: string }; geometry: Boundary }[] }>(
    'data/lsoa_bng.geojson',
  )
  const boundaryOf = new Map(features.map(({ properties, geometry }) => [properties.lsoa_code, geometry]))
  const expected = neighboursFromLists(lsoa.queen_neighbours_0based.map((list) => [list].flat()))
  const found = polygonNeighbours(lsoa.lsoa_code.map((code) => boundaryOf.get(code)!))
  yield compared('LSOA: neighbours', 'polygonNeighbours', 0, [
    [found.index, expected.index],
    [found.start, expected.start],
  ])
  for (const [type, values] of Object.entries(lsoa.by_type)) {
    yield compared(`LSOA, ${type}: events of the data`, 'the same events', 0, [
      [countsOfAreas(folder, lsoa.lsoa_code, type, from), values.count],
    ])
    yield* areaType(type, values, lsoa.population, found)
  }
}

function* areaType(
  type: string,
  expected: AreaType,
  population: number[],
  neighbours: Neighbours,
): Generator<OracleItem> {
  const of = (what: string, name: string, pairs: Parameters<typeof compared>[3]) =>
    compared(`LSOA, ${type}: ${what}`, name, TOLERANCE, pairs)
  const { raw: rate, smoothed } = empiricalBayesRates(expected.count, population)
  yield of('rates', 'empiricalBayesRates', [[rate, expected.rate]])
  const weights = rowStandardised(neighbours)
  const found = moranI(rate, weights)
  yield* moran(`LSOA, ${type}`, found, expected.moran)
  yield of('slope of the lag', 'moranI', [[found!.i, expected.moran_lag_slope_check]])
  yield* shuffled(type, expected, rate, weights)
  yield of('z of Gi*', 'giStar', [[giStar(rate, neighbours)!.z, expected.gi_star_z]])
  const local = expected.local_moran
  const sokal = localMoran(rate, weights)!
  const total = localMoran(rate, weights, 'total')!
  yield of('local I', 'localMoran', [[sokal.i, local.Ii]])
  yield of('local I, conditional expectation and variance', 'localMoran', [
    [sokal.expected, local.E_conditional],
    [sokal.variance, local.Var_conditional],
  ])
  yield of('local I, conditional z and p', 'localMoran', [
    [sokal.z, local.Z_conditional],
    [sokal.p, local.p_conditional_two_sided],
  ])
  yield of('local I, total expectation and variance', 'localMoran', [
    [total.expected, local.E_unconditional],
    [total.variance, local.Var_unconditional],
  ])
  yield of('quadrants', 'localMoran', [[sokal.quadrant, local.quadrant]])
  // where no event is near, the reference divides 0 by 0; the rate is 0
  const defined = (values: (number | null)[]) => values.map((value) => value ?? 0)
  yield of('empirical Bayes rates', 'empiricalBayesRates', [[smoothed, defined(expected.eb_global_marshall_per_1000)]])
  yield of('local empirical Bayes rates', 'localEmpiricalBayesRates', [
    [
      localEmpiricalBayesRates(expected.count, population, neighbours),
      defined(expected.eb_local_queen_incl_self_per_1000),
    ],
  ])
}

/** The reference is shuffled too: both p-values vary, each by its own binomial standard error. */
function* shuffled(
  type: string,
  expected: AreaType,
  rate: ArrayLike<number>,
  weights: Neighbours,
): Generator<OracleItem> {
  for (const [key, value] of Object.entries(expected)) {
    const permutations = Number(/^moran_mc_(\d+)_p_greater$/.exec(key)?.[1])
    if (!permutations) continue
    const p = value as number
    const found = moranPermutation(rate, weights, seededRandom(1), permutations)!.pClustered
    const sampling = 4 * Math.sqrt((2 * p * (1 - p)) / permutations) + 2 / permutations
    yield compared(`LSOA, ${type}: p by shuffling`, 'moranPermutation', sampling, [[found, p]], 'absolute')
  }
}

/** Located events by LSOA, that of the anchor point. */
function countsOfAreas(folder: OracleFolder, codes: string[], type: string, from: string): number[] {
  const [header, ...lines] = folder.text('data/anchors.csv').trim().split('\n')
  const [id, code] = ['anchor_id', 'lsoa_code'].map((name) => header!.split(',').indexOf(name))
  const areaOf = new Map(lines.map((line) => [Number(line.split(',')[id!]), codes.indexOf(line.split(',')[code!]!)]))
  const incidents = locatedIncidents(folder)
  const counts = codes.map(() => 0)
  for (const i of incidentsOf(incidents, type, from)) counts[areaOf.get(incidents.anchor[i]!)!]!++
  return counts
}
