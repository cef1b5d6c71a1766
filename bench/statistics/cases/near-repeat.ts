import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { exactDays, exactPoints, type KnoxPart, type KnoxTable, knoxTable, knoxTableInParts } from 'crime-statistics'
import { readLocatedEvents } from '../read-located-events.ts'
import { type StatisticsCase, timed } from '../statistics-case.ts'

const IMPL = 'numba pairs<=1000 m'
/** As many as the machine has processors, on which the reference was measured too. */
const WORKERS = 2

type Events = ReturnType<typeof burglaries>

const inOneThread = (events: Events) => async () => knoxTable(events.points, events.days, { seed: 1 })

/** Starting the workers is part of the time. */
const inWorkers = (events: Events) => async () => {
  const workers = Array.from(
    { length: WORKERS },
    () => new Worker(join(import.meta.dirname, '../near-repeat-worker.ts')),
  )
  let next = 0
  const run = (part: KnoxPart) =>
    new Promise<Uint32Array>((resolve, reject) => {
      const worker = workers[next++ % WORKERS]!
      worker.once('message', resolve).once('error', reject)
      worker.postMessage(part)
    })
  const table = await knoxTableInParts(events.points, events.days, { seed: 1 }, WORKERS, run)
  await Promise.all(workers.map((worker) => worker.terminate()))
  return table
}

const small = { events: '3k burglaries', bench: 'knox_3k_999', read: burglaries, runs: 7 }
const large = { events: '20k events', bench: 'knox_20k_999', read: twentyThousand, runs: 1 }

/** Workers take longer to start than the small test does. */
export const cases: StatisticsCase[] = [
  { ...small, how: 'one thread', work: inOneThread },
  { ...large, how: 'one thread', work: inOneThread },
  { ...large, how: `${WORKERS} workers`, work: inWorkers },
].map(({ events, bench, read, runs, how, work }) => ({
  work: `Knox, ${events}, 999 permutations, ${how}`,
  peer: { language: 'python', script: 'bench/bench_knox.py', bench, impl: IMPL },
  aim: 0.5,
  runs,
  async ours(oracles) {
    const { seconds, answer } = await timed(work(read(oracles)))
    return { seconds, check: checkOf(answer) }
  },
  sameWork,
}))

interface Check {
  pairs_1000m: number
  obs_first: number[]
}

const checkOf = ({ pairsByDistance, observed }: KnoxTable): Check => ({
  pairs_1000m: pairsByDistance.reduce((sum, pairs) => sum + pairs, 0),
  obs_first: observed.slice(0, 3).map(([first]) => first!),
})

/** The peer compares distances without rounding them: a pair of 1,000 m and a trillionth is beyond its last band. */
function sameWork(ours: unknown, peer: unknown): true | string {
  const [found, expected] = [ours as Check, peer as Check]
  const apart = Math.abs(found.pairs_1000m - expected.pairs_1000m)
  if (apart > 1e-6 * expected.pairs_1000m) return `${apart} pairs apart`
  return String(found.obs_first) === String(expected.obs_first) || `observed ${found.obs_first}, ${expected.obs_first}`
}

/** The first 3,000 located burglaries. */
function burglaries(oracles: string) {
  const events = readLocatedEvents(oracles)
  return chosen(events, events.type.flatMap((type, i) => (type === 'Burglary' ? [i] : [])).slice(0, 3000))
}

function twentyThousand(oracles: string) {
  const ids = new Set(readFileSync(join(oracles, 'bench/knox_20k_ids.txt'), 'utf8').trim().split('\n'))
  const events = readLocatedEvents(oracles)
  return chosen(
    events,
    events.id.flatMap((id, i) => (ids.has(id) ? [i] : [])),
  )
}

function chosen({ x, y, date }: ReturnType<typeof readLocatedEvents>, rows: number[]) {
  return {
    points: exactPoints(
      rows.map((i) => x[i]!),
      rows.map((i) => y[i]!),
    ),
    days: exactDays(rows.map((i) => date[i]!)),
  }
}
