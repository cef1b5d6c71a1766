import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { giStar, giStarOnGrid, gridNeighbours, type HotSpotScores, squareGrid } from 'crime-statistics'
import { type StatisticsCase, timed } from '../statistics-case.ts'

interface HotSpotCheck {
  max: number
  n_sig_bh: number
}

/** 200 × 200 cells, row by row. */
function readCounts(oracles: string): Float64Array {
  const text = readFileSync(join(oracles, 'bench/gi_40k_counts.txt'), 'utf8')
  return Float64Array.from(text.trim().split(/\s+/), Number)
}

const grid = squareGrid({ west: 0, south: 0, east: 200 * 250, north: 200 * 250 }, 250)

function summary(scores: HotSpotScores | null): HotSpotCheck {
  const { z, adjustedP } = scores!
  return { max: z.reduce((a, b) => Math.max(a, b)), n_sig_bh: adjustedP.filter((p) => p < 0.05).length }
}

function sameScores(ours: unknown, peer: unknown): true | string {
  const [found, expected] = [ours as HotSpotCheck, peer as HotSpotCheck]
  if (found.n_sig_bh !== expected.n_sig_bh)
    return `${found.n_sig_bh} cells stand out, ${expected.n_sig_bh} for the peer`
  const apart = Math.abs(found.max - expected.max)
  return apart <= 1e-8 * expected.max || `highest z ${found.max}, ${expected.max} for the peer`
}

/** The whole work, the summary included: scores, p-values and their adjustment for 40,000 cells. */
const scored =
  (score: (counts: Float64Array) => HotSpotScores | null): StatisticsCase['ours'] =>
  async (oracles) => {
    const counts = readCounts(oracles)
    const { seconds, answer } = await timed(() => summary(score(counts)))
    return { seconds, check: answer }
  }

const shared = { sameWork: sameScores, runs: 31 }

export const cases: StatisticsCase[] = [
  {
    ...shared,
    work: 'Gi* on 40k cells with BH',
    peer: { language: 'python', script: 'bench/bench_gi.py', bench: 'gi_40k', impl: 'numpy/scipy convolution' },
    aim: 1,
    ours: scored((counts) => giStarOnGrid(grid, counts)),
  },
  {
    ...shared,
    work: 'Gi* on 40k cells with BH, neighbours worked out',
    peer: { language: 'R', script: 'bench/bench_gi.R', bench: 'gi_40k', impl: 'spdep: neighbours' },
    aim: 1,
    ours: scored((counts) => giStar(counts, gridNeighbours(grid))),
  },
]
