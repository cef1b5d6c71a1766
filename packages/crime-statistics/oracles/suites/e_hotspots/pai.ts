import {
  countsByCell,
  densityAt,
  exactPoints,
  type Grid,
  giStarOnGrid,
  predictionAccuracy,
  quarticKernel,
  squareGrid,
} from '../../../src/index.ts'
import { incidentsOf, locatedIncidents, placesOf } from '../../incidents.ts'
import { compared, type OracleItem, type OracleSuite } from '../../item.ts'

interface Accuracy {
  hits: number
  hit_rate: number | null
  pai: number | null
  pei: number | null
  max_hits: number
  rri: number | null
  cells?: number[] | number | null
}

/** `n_train`, `n_test`, and `count_top20`, `gi_star_top38`, `kde_quartic500_top96` and others */
type TypeResults = Record<string, Accuracy | number>

/** Digits that the reference file is written to. */
const WRITTEN = 1e-14

export const suite: OracleSuite<{ meta: string } & Record<string, unknown>> = function* ({ meta, ...types }, folder) {
  const { grid: box } = folder.json<{ meta: { grid: Record<'x0' | 'y0' | 'cell' | 'nx' | 'ny', number> } }>(
    'e_hotspots/grid_gi_moran.json',
  ).meta
  const { x0, y0, cell, nx, ny } = box
  const grid = squareGrid({ west: x0, south: y0, east: x0 + cell * nx, north: y0 + cell * ny }, cell)
  const windows = windowsOf(meta)
  const incidents = locatedIncidents(folder)
  const during = (type: string, [from, to]: Months) => {
    const { x, y } = placesOf(incidents, incidentsOf(incidents, type, from, to))
    return exactPoints(x, y)
  }
  for (const [type, value] of Object.entries(types)) {
    const { n_train, n_test, ...results } = value as TypeResults
    const training = during(type, windows.training)
    const test = during(type, windows.test)
    yield compared(`${type}: events`, 'the same events', 0, [
      [
        [training.x.length, test.x.length],
        [n_train as number, n_test as number],
      ],
    ])
    const trainingCounts = countsByCell(grid, training).counts
    const testCounts = countsByCell(grid, test).counts
    const scores = scorer(grid, training, trainingCounts)
    for (const [name, expected] of Object.entries(results)) {
      const [, score, n] = /^(.+)_top(\d+)$/.exec(name)!
      const found = predictionAccuracy(scores(score!), testCounts, Number(n), {
        trainingCounts,
        decimals: score!.startsWith('kde') ? 18 : 12, // as the reference breaks ties
        windows: {
          training: { from: windows.training[0], to: monthAfter(windows.training[1]) },
          test: { from: windows.test[0], to: monthAfter(windows.test[1]) },
        },
      })
      yield* accuracy(`${type}, ${name}`, found, expected as Accuracy)
    }
  }
}

function* accuracy(
  name: string,
  found: ReturnType<typeof predictionAccuracy>,
  expected: Accuracy,
): Generator<OracleItem> {
  yield compared(`${name}: hits and most hits`, 'predictionAccuracy', 0, [
    [found.hits, expected.hits],
    [found.mostHits, expected.max_hits],
  ])
  yield compared(`${name}: hit rate, PAI, PEI, RRI`, 'predictionAccuracy', WRITTEN, [
    [found.hitRate, expected.hit_rate],
    [found.pai, expected.pai],
    [found.pei, expected.pei],
    [found.rri, expected.rri],
  ])
  const cells = [expected.cells ?? []].flat()
  if (cells.length > 0) yield compared(`${name}: cells`, 'predictionAccuracy', 0, [[found.cells, cells]])
}

/** Scores of the cells by the name they have in the file, each worked out once. */
function scorer(grid: Grid, training: ReturnType<typeof exactPoints>, counts: Uint32Array) {
  const known = new Map<string, ArrayLike<number>>()
  const workedOut = (score: string): ArrayLike<number> => {
    if (score === 'count') return counts
    if (score === 'gi_star') return giStarOnGrid(grid, counts)!.z
    const radius = Number(/^kde_quartic(\d+)$/.exec(score)?.[1])
    if (!radius) throw new Error(`no score is called ${score}`)
    return densityAt(training, grid.x, grid.y, quarticKernel(radius))
  }
  return (score: string) => {
    if (!known.has(score)) known.set(score, workedOut(score))
    return known.get(score)!
  }
}

type Months = [first: string, last: string]

/** `train 2021-04..2022-03, test 2022-04..2022-09` */
function windowsOf(meta: string): { training: Months; test: Months } {
  const [training, test] = [...meta.matchAll(/(\d{4}-\d\d)\.\.(\d{4}-\d\d)/g)].map(([, a, b]): Months => [a!, b!])
  return { training: training!, test: test! }
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}
