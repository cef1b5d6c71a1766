import type { LevelMotion } from './level-filter.ts'

/** What a series may be like, each with the log of its share before the series is seen. Variances are in units of the months' scatter. */
export interface Possibilities {
  levels: (LevelMotion & { kind: LevelKind; logPrior: number })[]
  seasons: { variance: number; smoothness: number }[]
  /** variances of a slope that stays the same, in a year's change */
  slopes: number[]
}

/** `wandering`: the level moves and stays; `returning`: it strays and comes back; `sloping`: its slope moves too and fades. */
export type LevelKind = 'wandering' | 'returning' | 'sloping'

const wandering = (levelVariance: number) => ({ levelVariance, levelKept: 1, slopeVariance: 0, slopeKept: 0 })
const returning = (levelVariance: number, levelKept: number) => ({ ...wandering(levelVariance), levelKept })
const sloping = (levelVariance: number, slopeVariance: number, slopeKept: number) => ({
  ...wandering(levelVariance),
  slopeVariance,
  slopeKept,
})

const share = (kind: LevelKind, all: number, motions: LevelMotion[]) =>
  motions.map((motion) => ({ ...motion, kind, logPrior: Math.log(all / motions.length) }))

/** Shares of the kinds were chosen beforehand; between 0.4 and 0.1 either way they change accuracy by under 0.002 MASE. */
const LEVELS = [
  ...share('wandering', 0.55, [0, 0.003, 0.01, 0.03, 0.1, 0.3, 1].map(wandering)),
  ...share('returning', 0.3, [returning(0.3, 0.7), returning(0.1, 0.9), returning(1, 0.7)]),
  ...share('sloping', 0.15, [
    sloping(0, 0.0001, 0.98),
    sloping(0, 0.001, 0.98),
    sloping(0.03, 0.001, 0.98),
    sloping(0.1, 0.01, 0.95),
    sloping(0.3, 0.03, 0.95),
  ]),
]

const SEASONS = [0, 0.3, 1, 4, 16].flatMap((variance) => [2, 4].map((smoothness) => ({ variance, smoothness })))

/** A year without a repeat of any month says nothing of season, and little of slope. */
export function possibilitiesFor(months: number, period: number): Possibilities {
  const long = months > (period > 1 ? period : 12)
  return {
    levels: long ? LEVELS : LEVELS.filter(({ kind }) => kind !== 'sloping'),
    seasons: long && period > 1 ? SEASONS : SEASONS.slice(0, 1),
    slopes: long ? [0, 0.03, 0.3] : [0],
  }
}
