import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { acceptabilityAnalysis } from 'crime-statistics'
import { type StatisticsCase, timed } from '../statistics-case.ts'

const DRAWS = 1_000_000

/** Two runs of a million draws each differ by chance: five standard errors of a difference of shares. */
const CHANCE = 5 * Math.sqrt(0.5 / DRAWS)

export const cases: StatisticsCase[] = [
  {
    work: 'SMAA 12×5, 1M draws',
    peer: { language: 'python', script: 'bench/bench_smaa.py', bench: 'smaa_1m', impl: 'numpy argsort' },
    aim: 0.5,
    async ours(oracles) {
      const { minmax } = JSON.parse(readFileSync(join(oracles, 'i_mcda/mcda.json'), 'utf8')) as { minmax: number[][] }
      const { seconds, answer } = await timed(() => acceptabilityAnalysis(minmax, { seed: 1, draws: DRAWS }))
      return { seconds, check: answer.rankAcceptability.map((ranks) => ranks[0]!) }
    },
    sameWork(ours, peer) {
      const found = ours as number[]
      const apart = Math.max(...(peer as number[]).map((share, i) => Math.abs(share - found[i]!)))
      return apart <= CHANCE + 5e-5 || `first ranks are ${apart} apart` // the peer's shares are rounded to 4 places
    },
  },
]
