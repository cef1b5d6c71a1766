import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { densitySurface, type ExactPoints, exactPoints, fastDensitySurface, quarticKernel } from 'crime-statistics'
import { readLocatedEvents } from '../read-located-events.ts'
import { type StatisticsCase, timed } from '../statistics-case.ts'

const RASTER = { west: 548_000, south: 167_000, cellWidth: 24, cellHeight: 20, columns: 500, rows: 500 }
const KERNEL = quarticKernel(500)
const peak = (density: Float64Array) => density.reduce((most, value) => Math.max(most, value), 0)

interface Check {
  max: number
  /** largest difference from the exact sums, in peaks */
  error?: number
}

export const cases: StatisticsCase[] = [
  {
    work: 'KDE 500×500, 1M points',
    peer: {
      language: 'python',
      script: 'bench/bench_kde.py',
      bench: 'kde_500x500_1m',
      impl: 'numpy bin + scipy fftconvolve',
    },
    aim: 1,
    runs: 9,
    async ours(oracles) {
      const points = millionPoints(oracles)
      const { seconds, answer } = await timed(() => fastDensitySurface(points, RASTER, KERNEL))
      exact ??= densitySurface(points, RASTER, KERNEL)
      const max = peak(answer)
      const error = answer.reduce((worst, value, i) => Math.max(worst, Math.abs(value - exact![i]!)), 0) / peak(exact)
      return { seconds, check: { max, error } }
    },
    sameWork(ours, peer) {
      const [found, expected] = [ours as Check, peer as Check]
      if (!(found.error! <= 1e-3)) return `${found.error} of the peak off the exact sums`
      const apart = Math.abs(found.max / expected.max - 1) // the peer's own error is 0.0004 of the peak
      return apart < 1e-3 ? true : `peaks are ${apart} apart`
    },
  },
  {
    work: 'KDE exact, 500×500, 60k points',
    peer: { language: 'python', script: 'bench/bench_kde.py', bench: 'kde_500x500_60k', impl: 'numba exact quartic' },
    aim: 1,
    runs: 9,
    async ours(oracles) {
      events ??= readLocatedEvents(oracles)
      const { x, y } = events
      const points = exactPoints(x.slice(0, 60_000), y.slice(0, 60_000))
      const { seconds, answer } = await timed(() => densitySurface(points, RASTER, KERNEL))
      return { seconds, check: { max: peak(answer) } }
    },
    sameWork(ours, peer) {
      const apart = Math.abs((ours as Check).max / (peer as Check).max - 1)
      return apart < 1e-9 ? true : `peaks are ${apart} apart`
    },
  },
]

let exact: Float64Array | undefined
let events: ReturnType<typeof readLocatedEvents> | undefined
let million: ExactPoints | undefined

/** NumPy's resampling cannot be made again here: a script of ours writes the peer's own points. */
function millionPoints(oracles: string): ExactPoints {
  if (million) return million
  const file = join(oracles, 'kde_points.bin')
  if (!existsSync(file)) {
    const script = join(import.meta.dirname, '../peers/kde_points.py')
    execFileSync('/usr/bin/python3', ['-W', 'ignore', script, file], { cwd: oracles })
  }
  const bytes = readFileSync(file)
  const numbers = new Float64Array(new Uint8Array(bytes).buffer)
  million = exactPoints(numbers.subarray(0, numbers.length / 2), numbers.subarray(numbers.length / 2))
  return million
}
