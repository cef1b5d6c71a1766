import {
  type AcceptabilityAnalysis,
  acceptabilityAnalysis,
  type CriterionDirection,
  minMaxValues,
  rankValues,
  switchingWeight,
  type WeightKnowledge,
  weightedRanking,
  zScoreValues,
} from '../../../src/index.ts'
import { type Comparable, compared, type OracleFolder, type OracleItem, type OracleSuite } from '../../item.ts'

interface Smaa {
  draws: number
  max_standard_error: number
  rank_acceptability: number[][]
  expected_rank: number[]
  central_weights: (number[] | null)[]
  n_first: number[]
  mean_score: number[]
  sd_score: number[]
  pairwise_win_probability: number[][]
  holistic_sum_alpha_inverse_rank: number[]
}

interface File {
  direction: CriterionDirection[]
  matrix: number[][]
  minmax: number[][]
  rank_utility: number[][]
  zscore_sample_sd: number[][]
  weighted_sum: Record<string, { weights: number[]; score: number[]; rank: number[] }>
  exact_2_criteria: { utilities: number[][]; crossings: number[]; rank_acceptability: number[][] }
  dirichlet_check: { mean: number[]; var: number[] }
  ties_and_constant: { example_matrix: number[][] }
  [smaa: `smaa_${string}`]: Smaa
}

/** Of the draws it names, the acceptability has a standard error of 0.0016; sums over ranks need more. */
const FEW = 100_000
const TOLERANCE = 0.01

export const suite: OracleSuite<File> = function* (file, folder) {
  const tables: Record<string, number[][]> = {
    minmax: file.minmax,
    rank: file.rank_utility,
    zscore: file.zscore_sample_sd,
  }
  yield* listValues(file)
  for (const [name, expected] of Object.entries(file.weighted_sum)) {
    const found = weightedRanking(tables[name.split('_').at(-1)!]!, expected.weights)
    yield compared(`weighted sum, ${name}: scores and weights`, 'weightedRanking', 1e-9, [
      [found.scores, expected.score],
      [found.weights, expected.weights],
    ])
    yield compared(`weighted sum, ${name}: ranks`, 'weightedRanking', 0, [[found.ranks, expected.rank]])
  }
  for (const [key, expected] of Object.entries(file))
    if (key.startsWith('smaa_')) {
      const [, kind, table] = key.split('_')
      yield* acceptability(key, tables[table!]!, weightsOf(kind!, tables[table!]!, expected, folder), expected)
    }
  yield* twoCriteria(file.exact_2_criteria)
  const flat = acceptabilityAnalysis(file.minmax, { seed: 1, draws: 1 })
  yield compared('scores under flat weights: mean and variance in closed form', 'acceptabilityAnalysis', 1e-9, [
    [flat.meanScore, file.dirichlet_check.mean],
    [flat.sdScore.map((sd) => sd ** 2), file.dirichlet_check.var],
  ])
  yield* ties(file.ties_and_constant.example_matrix)
}

const column = (table: number[][], j: number) => table.map((row) => row[j]!)

function* listValues({ direction, matrix, ...tables }: File): Generator<OracleItem> {
  const functions = { minmax: minMaxValues, rank_utility: rankValues, zscore_sample_sd: zScoreValues }
  for (const [name, valuesOf] of Object.entries(functions) as [keyof typeof functions, typeof minMaxValues][])
    yield compared(
      `${name} of each criterion`,
      valuesOf.name,
      1e-9,
      direction.map((way, j) => [valuesOf(column(matrix, j), way), column(tables[name], j)]),
    )
}

/** What the file's draws knew of the weights. */
function weightsOf(kind: string, table: number[][], expected: Smaa, folder: OracleFolder): WeightKnowledge {
  if (kind === 'flat') return { kind }
  if (kind === 'ordered') {
    const means = meanWeights(table, expected.mean_score)
    return { kind, order: means.map((_, j) => j).sort((a, b) => means[b]! - means[a]!) }
  }
  const [least, most] = boundsOf(folder)
  const criteria = table[0]!.length
  return { kind: 'bounded', least: Array(criteria).fill(least), most: Array(criteria).fill(most) }
}

/** Mean weights, which the file does not hold, from the mean scores, by least squares: their order is the weights' order. */
function meanWeights(table: number[][], means: number[]): number[] {
  const n = table[0]!.length
  const rows = Array.from({ length: n }, (_, j) => [
    ...Array.from({ length: n }, (_, k) => table.reduce((sum, row) => sum + row[j]! * row[k]!, 0)),
    table.reduce((sum, row, i) => sum + row[j]! * means[i]!, 0),
  ])
  for (let j = 0; j < n; j++)
    for (let i = 0; i < n; i++) {
      if (i === j) continue
      const factor = rows[i]![j]! / rows[j]![j]!
      for (let k = j; k <= n; k++) rows[i]![k]! -= factor * rows[j]![k]!
    }
  return rows.map((row, j) => row[n]! / row[j]!)
}

/** The bounds are written in the script that made the file and nowhere else; as they were where it is not to hand. */
function boundsOf(folder: OracleFolder): [number, number] {
  let script = ''
  try {
    script = folder.text('scripts/i_mcda.py')
  } catch {}
  const found = /W >= ([\d.]+)\)\.all\(1\) & \(W <= ([\d.]+)\)/.exec(script)
  return found ? [Number(found[1]), Number(found[2])] : [0.05, 0.5]
}

function* acceptability(
  name: string,
  table: number[][],
  weights: WeightKnowledge,
  expected: Smaa,
): Generator<OracleItem> {
  const item = (what: string, pairs: [Comparable, Comparable][], tolerance = TOLERANCE) =>
    compared(`${name}: ${what}`, 'acceptabilityAnalysis', tolerance, pairs, 'absolute')
  const few = acceptabilityAnalysis(table, { weights, seed: 1, draws: FEW })
  const found = acceptabilityAnalysis(table, { weights, seed: 2, draws: expected.draws })
  const divided = (rows: number[][]) => dividedByTwins(rows, table)
  const ofRanks = divided(expected.rank_acceptability)
  yield item('rank acceptability of 100,000 draws', [[few.rankAcceptability, ofRanks]])
  yield item('rank acceptability', [[found.rankAcceptability, ofRanks]])
  yield item('expected rank', [[found.expectedRank, divided(expected.expected_rank.map((rank) => [rank])).flat()]])
  yield item('pairwise wins', [[found.pairwiseWins, expected.pairwise_win_probability]])
  yield item('mean and sd of scores', [
    [found.meanScore, expected.mean_score],
    [found.sdScore, expected.sd_score],
  ])
  yield item('holistic acceptability', [
    [found.holisticAcceptability, divided(expected.holistic_sum_alpha_inverse_rank.map((sum) => [sum])).flat()],
  ])
  yield item('largest standard error', [[found.largestStandardError, expected.max_standard_error]], 1e-9)
  yield* firsts(name, found, expected, table)
}

/**
 * The file's draws put candidates that are the same in the order of the list; by its own note they must divide what they
 * have. What a group of twins has together is compared, divided among them.
 */
function dividedByTwins(rows: number[][], table: number[][]): number[][] {
  return rows.map((row, i) => {
    const twins = rows.filter((_, other) => table[other]!.join() === table[i]!.join())
    return row.map((_, cell) => twins.reduce((sum, twin) => sum + twin[cell]!, 0) / twins.length)
  })
}

/**
 * Central weights and counts of first ranks, where the file has them. A file whose counts were divided by the draws too
 * early has neither: whole numbers of 0, and null for every candidate that is not always first.
 */
function* firsts(name: string, found: AcceptabilityAnalysis, expected: Smaa, table: number[][]): Generator<OracleItem> {
  const counted = expected.n_first.reduce((sum, count) => sum + count, 0) > expected.draws / 2
  if (counted)
    yield compared(
      `${name}: share of first ranks`,
      'acceptabilityAnalysis',
      TOLERANCE,
      [
        [
          found.rankAcceptability.map((ranks) => ranks[0]!),
          dividedByTwins(
            expected.n_first.map((count) => [count / expected.draws]),
            table,
          ).flat(),
        ],
      ],
      'absolute',
    )
  const often = (i: number) => found.rankAcceptability[i]![0]! * expected.draws >= 2000 // a standard error below 0.01/2
  const central = expected.central_weights.flatMap((weights, i): [Comparable, Comparable][] => {
    const sum = weights?.reduce((total, weight) => total + weight, 0)
    return weights && often(i) ? [[found.centralWeights[i], weights.map((weight) => weight / sum!)]] : []
  })
  if (central.length > 0)
    yield compared(`${name}: central weights`, 'acceptabilityAnalysis', TOLERANCE, central, 'absolute')
}

function* twoCriteria({ utilities, crossings, rank_acceptability }: File['exact_2_criteria']): Generator<OracleItem> {
  const pairs = utilities.flatMap((_, a) => utilities.slice(0, a).map((_, b) => [a, b] as const))
  const found = pairs.map(([a, b]) => switchingWeight(utilities, [1, 1], a, b, 0)).filter((weight) => weight !== null)
  const within = crossings.filter((weight) => weight >= 0 && weight <= 1)
  yield compared('two criteria: weights at which candidates change places', 'switchingWeight', 1e-9, [
    [found.sort((a, b) => a - b), within.sort((a, b) => a - b)],
  ])
  yield compared(
    'two criteria: rank acceptability in closed form',
    'acceptabilityAnalysis',
    TOLERANCE,
    [[acceptabilityAnalysis(utilities, { seed: 1, draws: FEW }).rankAcceptability, rank_acceptability]],
    'absolute',
  )
}

/** A criterion that is the same for all tells none apart; candidates that are the same divide what they have. */
function* ties(matrix: number[][]): Generator<OracleItem> {
  const columns = matrix[0]!.map((_, j) => column(matrix, j))
  const constant = columns.filter((figures) => new Set(figures).size === 1)
  yield compared(
    'a criterion equal for every candidate',
    'minMaxValues, zScoreValues',
    0,
    constant.flatMap((figures) =>
      [minMaxValues, zScoreValues].map((of) => [of(figures), figures.map(() => 0)] as const),
    ),
  )
  const values = matrix.map((_, i) => columns.map((figures) => minMaxValues(figures)[i]!))
  const { rankAcceptability } = acceptabilityAnalysis(values, { seed: 1, draws: FEW })
  const { ranks } = weightedRanking(
    values,
    columns.map(() => 1),
  )
  const twins = matrix.flatMap((row, a) =>
    matrix.slice(0, a).flatMap((other, b) => (row.join() === other.join() ? [[a, b] as const] : [])),
  )
  yield compared(
    'candidates that are the same share ranks and divide acceptability',
    'weightedRanking, acceptabilityAnalysis',
    1e-9,
    twins.flatMap(([a, b]) => [[ranks[a], ranks[b]] as const, [rankAcceptability[a], rankAcceptability[b]] as const]),
  )
}
