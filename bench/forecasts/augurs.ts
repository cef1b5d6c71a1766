import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AutoETS, initSync as startEts, type Forecast as Told } from '@bsull/augurs/ets'
import { MSTL, initSync as startMstl } from '@bsull/augurs/mstl'
import { Prophet, type ProphetOptions, initSync as startProphet } from '@bsull/augurs/prophet'
import { optimizer } from '@bsull/augurs-prophet-wasmstan'
import type { Forecast, ForecastMethod } from 'crime-statistics'

/** Outside a browser each part is given its own bytes. */
const bytesOf = (part: string) => ({
  module: readFileSync(fileURLToPath(import.meta.resolve(`@bsull/augurs/${part}`)).replace(/\.js$/, '_bg.wasm')),
})
startEts(bytesOf('ets'))
startMstl(bytesOf('mstl'))
startProphet(bytesOf('prophet'))

/** `ZZZ`: all that it has. In 0.10.2 no model with a season is among them (grafana/augurs issue 27). */
export const augursEts: ForecastMethod = (history, { horizon, levels, period }) => {
  const model = new AutoETS(period, 'ZZZ')
  model.fit(history)
  return atEachLevel(levels, (level) => model.predict(horizon, level))
}

/** Seasons taken off by STL, the rest carried forward by AutoETS. */
export const augursMstl: ForecastMethod = (history, { horizon, levels, period }) => {
  const model = MSTL.ets([period])
  model.fit(history)
  return atEachLevel(levels, (level) => model.predict(horizon, level))
}

/** The same of square roots, whose scatter is even. */
export const augursMstlOfRoots: ForecastMethod = (history, options) => {
  const squared = (roots: number[]) => roots.map((root) => Math.max(root, 0) ** 2)
  const { mean, intervals } = augursMstl(history.map(Math.sqrt), options)
  return {
    mean: squared(mean),
    intervals: intervals.map(({ level, lower, upper }) => ({ level, lower: squared(lower), upper: squared(upper) })),
  }
}

/** Prophet as it comes. */
export const augursProphet = prophet({})

/** A season in proportion to the level, of 3 waves a year instead of 10: three years of months do not tell more. */
export const augursSmallProphet = prophet({
  seasonalityMode: 'multiplicative',
  yearlySeasonality: { type: 'fourier', order: 3 },
})

/**
 * Months are counted from January 2015: which ones they are changes next to nothing. The level of the limits belongs to
 * the fit, so that it is fitted once a level. Limits are sampled, and no seed can be given.
 */
function prophet(settings: Omit<ProphetOptions, 'optimizer'>): ForecastMethod {
  return (history, { horizon, levels }) => {
    const dates = Array.from({ length: history.length + horizon }, (_, month) => Date.UTC(2015, month, 1) / 1000)
    return atEachLevel(levels, (intervalWidth) => {
      const model = new Prophet({ ...settings, optimizer, intervalWidth })
      model.fit({ ds: dates.slice(0, history.length), y: Array.from(history) })
      return model.predict({ ds: dates.slice(history.length) }).yhat
    })
  }
}

function atEachLevel(levels: readonly number[], predict: (level: number) => Told): Forecast {
  const told = levels.map(predict)
  return {
    mean: told[0]!.point,
    intervals: told.map(({ intervals }, i) => ({
      level: levels[i]!,
      lower: intervals!.lower,
      upper: intervals!.upper,
    })),
  }
}
