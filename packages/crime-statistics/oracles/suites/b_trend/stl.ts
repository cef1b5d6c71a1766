import { type StlOptions, seriesStrengths, stlDecomposition } from '../../../src/index.ts'
import { type Comparable, compared, type OracleSuite } from '../../item.ts'

interface Decomposition {
  seasonal: number[]
  trend: number[]
  remainder?: number[]
  weights?: number[] | null
  windows?: Record<'s' | 't' | 'l', number>
  degrees?: Record<'s' | 't' | 'l', number>
  jump?: Record<'s' | 't' | 'l', number>
  inner?: number
  outer?: number
  strength?: { trend: number | null; seasonal: number | null }
}

interface Stl {
  series: Record<string, { y: number[] } & Record<string, Decomposition>>
}

/** `log_s_13_robust_jump1`: of logarithms, seasonal window 13, robust, fits at every value. */
function readName(name: string): StlOptions & { log: boolean } {
  const match = /^(log_)?s_(periodic|\d+)(_robust)?(_jump1)?$/.exec(name)
  if (!match) throw new RangeError(`decomposition is named "${name}": no settings are known for it.`)
  const [, log, window, robust, everyValue] = match
  return {
    log: log !== undefined,
    seasonalWindow: window === 'periodic' ? 'periodic' : Number(window),
    robust: robust !== undefined,
    ...(everyValue && { jumps: 1 }),
  }
}

const letters = (by: { seasonal: number; trend: number; lowPass: number }, like: Record<string, number>) =>
  Object.keys(like).map((letter) => ({ s: by.seasonal, t: by.trend, l: by.lowPass })[letter] ?? null)

export const suite: OracleSuite<Stl> = function* ({ series }) {
  for (const [key, { y, ...decompositions }] of Object.entries(series))
    for (const [name, expected] of Object.entries(decompositions) as [string, Decomposition][]) {
      const { log, ...options } = readName(name)
      const found = stlDecomposition(log ? y.map(Math.log) : y, options)
      const { settings } = found
      // a part near 0 is judged by the size of the series, not by its own
      const size = Math.max(...expected.trend.map(Math.abs))
      const scaled = (values: ArrayLike<number>) => Array.from(values, (value) => value / size)
      const parts: [Comparable, Comparable][] = [
        [scaled(found.season), scaled(expected.seasonal)],
        [scaled(found.trend), scaled(expected.trend)],
      ]
      if (expected.remainder) parts.push([scaled(found.remainder), scaled(expected.remainder)])
      if (expected.weights) parts.push([found.weights, expected.weights])
      yield compared(`${key}: ${name}, parts and weights`, 'stlDecomposition', 1e-8, parts, 'absolute')
      const chosen: [Comparable, Comparable][] = []
      if (expected.windows) chosen.push([letters(settings.windows, expected.windows), Object.values(expected.windows)])
      if (expected.degrees) chosen.push([letters(settings.degrees, expected.degrees), Object.values(expected.degrees)])
      if (expected.jump) chosen.push([letters(settings.jumps, expected.jump), Object.values(expected.jump)])
      if (expected.inner !== undefined) chosen.push([settings.innerLoops, expected.inner])
      if (expected.outer !== undefined) chosen.push([settings.outerLoops, expected.outer])
      if (chosen.length > 0) yield compared(`${key}: ${name}, settings`, 'stlDecomposition', 0, chosen)
      if (expected.strength) {
        const { trend, season } = seriesStrengths(found)
        yield compared(`${key}: ${name}, strengths`, 'seriesStrengths', 1e-8, [
          [trend, expected.strength.trend],
          [season, expected.strength.seasonal],
        ])
      }
    }
}
