import {
  combinedForecast,
  exponentialSmoothing,
  exponentialSmoothingForecast,
  type Forecast,
  type ForecastMethod,
  type ForecastOptions,
  forecastCounts,
  seasonalNaiveForecast,
  stlForecast,
  thetaForecast,
} from 'crime-statistics'
import { augursEts, augursMstl, augursMstlOfRoots, augursProphet, augursSmallProphet } from './augurs.ts'
import { npmAirline, npmAutoArima, npmOtherArima } from './npm-arima.ts'

const ets: ForecastMethod = (history, options) =>
  exponentialSmoothingForecast(exponentialSmoothing(history, { period: options.period }), options)

/** Each way to forecast that is measured, by the name of its row. Limits are scored as the method puts them, below 0 too. */
const SINGLE = {
  forecastCounts: (history, options) => forecastCounts(history, { ...options, belowZero: true }),
  'seasonal naive': seasonalNaiveForecast,
  'our ETS': ets,
  'our theta': thetaForecast,
  'our STL + ETS': stlForecast,
  'augurs AutoETS': augursEts,
  'augurs MSTL + ETS': augursMstl,
  'augurs MSTL + ETS of roots': augursMstlOfRoots,
  'augurs Prophet': augursProphet,
  'augurs Prophet, 3 waves in proportion': augursSmallProphet,
  'arima, automatic': npmAutoArima,
  'arima, automatic, search 0': npmOtherArima,
  'arima, airline model': npmAirline,
} satisfies Record<string, ForecastMethod>

/** Means of several, which would show a library that helps without winning alone. */
const MEANS: (keyof typeof SINGLE)[][] = [
  ['our ETS', 'our theta'],
  ['forecastCounts', 'our ETS'],
  ['forecastCounts', 'augurs MSTL + ETS'],
  ['forecastCounts', 'augurs Prophet, 3 waves in proportion'],
  ['forecastCounts', 'arima, automatic, search 0'],
  ['forecastCounts', 'arima, airline model'],
  ['forecastCounts', 'augurs MSTL + ETS', 'augurs Prophet, 3 waves in proportion'],
]

export interface Told {
  forecast: Forecast
  /** processor time of this thread, which a busy machine hardly lengthens; told in steps of some milliseconds */
  milliseconds: number
  /** false where the method threw or told no number: the seasonal naive forecast stands in for it then */
  answered: boolean
}

type Teller = (history: Float64Array, options: Required<ForecastOptions>) => Told

const single = Object.fromEntries(Object.entries(SINGLE).map(([name, method]) => [name, remembered(told(method))]))

export const METHODS: Record<string, Teller> = {
  ...single,
  ...Object.fromEntries(
    MEANS.map((names) => [`mean of ${names.join(' and ')}`, together(names.map((name) => single[name]!))]),
  ),
}

const threadMilliseconds = () => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function told(method: ForecastMethod): Teller {
  return (history, options) => {
    const start = threadMilliseconds()
    try {
      const { mean, intervals } = method(history, options)
      const milliseconds = threadMilliseconds() - start
      const numbers = [mean, ...intervals.flatMap(({ lower, upper }) => [lower, upper])].flat()
      if (numbers.every(Number.isFinite)) return { forecast: { mean, intervals }, milliseconds, answered: true }
    } catch {}
    return {
      forecast: seasonalNaiveForecast(history, options),
      milliseconds: threadMilliseconds() - start,
      answered: false,
    }
  }
}

/** A series is forecast once, however many means a method is part of. */
function remembered(teller: Teller): Teller {
  const before = new Map<string, Told>()
  return (history, options) => {
    const key = history.join()
    if (!before.has(key)) before.set(key, teller(history, options))
    return before.get(key)!
  }
}

function together(tellers: Teller[]): Teller {
  return (history, options) => {
    const parts = tellers.map((teller) => teller(history, options))
    return {
      forecast: combinedForecast(parts.map(({ forecast }) => forecast)),
      milliseconds: parts.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      answered: parts.every(({ answered }) => answered),
    }
  }
}
