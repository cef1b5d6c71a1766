import { poissonAtLeast } from '../../../src/distributions/poisson.ts'
import { exactDays, exactPoints, type KnoxTable, knoxTable } from '../../../src/index.ts'
import { type Comparable, compared, type OracleFolder, type OracleItem, type OracleSuite } from '../../item.ts'

type Matrix = (number | null)[][]

interface Margins {
  n: number
  pairs: number
  observed: Matrix
  pairs_in_space_band: number[]
  pairs_in_time_band: number[]
  expected_analytic: Matrix
}

interface Run extends Margins {
  expected_perm_mean: Matrix
  perm_sd: Matrix
  ratio_obs_over_perm_mean: Matrix
  p_upper: Matrix
  p_lower: Matrix
  nperm: number
}

interface OneCell {
  n: number
  observed: number
  expected: number
  p_perm_999: number
  p_poisson?: number
  table: number[][]
}

interface Meta {
  space_bands: string[]
  time_bands_days: string[]
}

/** More than the reference's own, so that its error is nearly all of the difference. */
const PERMUTATIONS = 9999

export const suite: OracleSuite<Record<string, unknown> & { meta: Meta }> = function* ({ meta, ...runs }, folder) {
  const events = readEvents(folder)
  for (const [name, value] of Object.entries(runs)) {
    if (has(value, 't')) yield* handMade(name, value as unknown as HandMade, meta)
    else if (has(value, 'nperm')) yield* ofRun(name, value as unknown as Run, meta, events)
    else if (has(value, 'p_perm_999')) yield* oneCell(name, value as unknown as OneCell, events)
  }
}

const has = (value: unknown, key: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && key in value

function* ofRun(name: string, run: Run, meta: Meta, events: Event[]): Generator<OracleItem> {
  const { points, days } = chosen(name, run.n, events)
  const table = knoxTable(points, days, { ...bandsOf(meta, run), permutations: PERMUTATIONS, seed: 1 })
  yield* margins(name, table, run)
  const inErrors = (
    part: string,
    tolerance: number,
    found: Matrix,
    expected: Matrix,
    error: (i: number, j: number) => number,
  ) => {
    const apart = found.flatMap((row, i) =>
      row.map((value, j) => {
        const other = expected[i]![j]!
        if (value === other) return 0
        return value === null || other === null ? Infinity : Math.abs(value - other) / error(i, j)
      }),
    )
    return {
      item: `${name}: ${part}, standard errors apart`,
      function: 'knoxTable',
      error: Math.max(...apart),
      tolerance,
    }
  }
  const sd = (i: number, j: number) => run.perm_sd[i]![j] || Math.sqrt(table.permutedMean[i]![j]!)
  const ofMean = (i: number, j: number) => sd(i, j) / Math.sqrt(run.nperm)
  yield inErrors('mean of permutations', 4, table.permutedMean, run.expected_perm_mean, ofMean)
  // of counts that vary as Poisson ones do: a variance of few counts is itself uncertain
  const ofSd = (i: number, j: number) =>
    0.5 * sd(i, j) * Math.sqrt((2 + 1 / table.permutedMean[i]![j]!) / run.nperm) + 1e-12
  yield inErrors('sd of permutations', 5, table.permutedSd, run.perm_sd, ofSd)
  const meanOf = (ratios: Matrix) =>
    ratios.map((row, i) => row.map((ratio, j) => (ratio ? run.observed[i]![j]! / ratio : ratio)))
  yield inErrors('mean that the ratio tells', 4, meanOf(table.ratio), meanOf(run.ratio_obs_over_perm_mean), ofMean)
  for (const [part, found, expected] of [
    ['p of more pairs', table.pMore, run.p_upper],
    ['p of fewer pairs', table.pFewer, run.p_lower],
  ] as const) {
    const near = expected.flatMap((row, i) => row.flatMap((p, j) => (p! <= NEAR ? [[found[i]![j]!, p] as const] : [])))
    if (near.length > 0) yield compared(`${name}: ${part}, where ${NEAR} or less`, 'knoxTable', 0.03, near, 'absolute')
  }
}

/** The reference asks for p within 0.03 near 0.05; at 0.5 two draws of 999 permutations differ by more. */
const NEAR = 0.1

interface HandMade extends Margins {
  x: number[]
  y: number[]
  t: number[]
}

function* handMade(name: string, run: HandMade, meta: Meta): Generator<OracleItem> {
  const options = { ...bandsOf(meta, run), permutations: 0, seed: 1 }
  yield* margins(name, knoxTable(exactPoints(run.x, run.y), exactDays(run.t), options), run)
}

function* margins(name: string, table: KnoxTable, run: Margins): Generator<OracleItem> {
  const item = (part: string, tolerance: number, found: Comparable, expected: Comparable) =>
    compared(`${name}: ${part}`, 'knoxTable', tolerance, [[found, expected]])
  yield item('events and pairs', 0, [table.events, table.pairs], [run.n, run.pairs])
  yield item('observed', 0, table.observed, run.observed)
  yield item('pairs by distance', 0, table.pairsByDistance, run.pairs_in_space_band)
  yield item('pairs by time', 0, table.pairsByTime, run.pairs_in_time_band)
  yield item('expected', 1e-9, table.expected, run.expected_analytic)
}

/** One close cell, up to so many days and metres: `…_le14d_le200m`. */
function* oneCell(name: string, run: OneCell, events: Event[]): Generator<OracleItem> {
  const [, days, metres] = name.match(/le(\d+)d_le(\d+)m/)!
  const near = { samePlace: Number(metres), distances: [Number(metres) + 1], days: [Number(days)] }
  const { points, days: exact } = chosen('burglary', run.n, events)
  const table = knoxTable(points, exact, { ...near, permutations: PERMUTATIONS, seed: 1 })
  const observed = table.observed[0]![0]!
  yield compared(`${name}: observed`, 'knoxTable', 0, [[observed, run.observed]])
  yield compared(`${name}: expected`, 'knoxTable', 1e-9, [[table.expected[0]![0]!, run.expected]])
  yield compared(`${name}: p by permutation`, 'knoxTable', 0.03, [[table.pMore[0]![0]!, run.p_perm_999]], 'absolute')
  if (run.p_poisson !== undefined) {
    // Knox's own p, which takes pairs to be independent; knoxTable gives what it is made of. surveillance's is of more
    // pairs than were observed, not of as many
    const p = poissonAtLeast(observed + 1, table.expected[0]![0]!)
    // in the ratio digits count however small p is
    const pair: readonly [number, number] = run.p_poisson > 0 ? [p / run.p_poisson, 1] : [p, 0]
    yield compared(`${name}: p of a Poisson count`, 'knoxTable', 1e-9, [pair])
  }
  const nearInSpace = table.pairsByDistance[0]! - observed
  const nearInTime = table.pairsByTime[0]! - observed
  const neither = table.pairs - nearInSpace - nearInTime - observed
  // as surveillance lays it out: rows near in time or not, columns near in space or not
  const four = [
    [observed, nearInTime],
    [nearInSpace, neither],
  ]
  yield compared(`${name}: four cells`, 'knoxTable', 0, [[four, run.table]])
}

/** Bands of equal width: their number is that of the table's rows and columns, their width that of the first label. */
function bandsOf(meta: Meta, { observed }: Margins) {
  const width = (label: string | undefined) => Number(label?.match(/,\s*([\d.]+)\]/)?.[1])
  const upTo = (bands: number, each: number) => Array.from({ length: bands }, (_, i) => each * (i + 1))
  return {
    distances: upTo(observed.length - 1, width(meta.space_bands[1])),
    days: upTo(observed[0]!.length, width(meta.time_bands_days[0])),
  }
}

interface Event {
  type: string
  date: string
  x: number
  y: number
  /** the place that it is snapped to */
  anchor: { x: number; y: number }
}

/** Events of the type that the run's name begins with: the last n of the file, which is in order of date. */
function chosen(name: string, n: number, events: Event[]) {
  const word = name.split('_')[0]!.toLowerCase()
  const rows = events.filter(({ type }) => type.toLowerCase().startsWith(word)).slice(-n)
  const snapped = /(^|_)snapped/.test(name)
  const places = snapped ? rows.map(({ anchor }) => anchor) : rows
  const points = exactPoints(
    places.map(({ x }) => x),
    places.map(({ y }) => y),
  )
  return { points, days: exactDays(rows.map(({ date }) => date)) }
}

function readEvents(folder: OracleFolder): Event[] {
  const anchors = new Map(
    readTable(folder.text('data/anchors.csv')).map((row) => [row.anchor_id, { x: Number(row.x), y: Number(row.y) }]),
  )
  return readTable(folder.text('data/incidents_xy.csv.gz'))
    .filter(({ located }) => located === '1')
    .map((row) => ({
      type: row.type!,
      date: row.date!,
      x: Number(row.x),
      y: Number(row.y),
      anchor: anchors.get(row.anchor_id)!,
    }))
}

function readTable(text: string): Record<string, string>[] {
  const [head, ...lines] = text.trim().split(/\r?\n/)
  const names = head!.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value])))
}
