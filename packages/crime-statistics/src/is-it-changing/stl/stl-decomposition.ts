import { requireObject, requireWholeFrom, requireYesOrNo, squarableNumbers } from '../../check-inputs.ts'
import { type BySmooth, decompose, type StlSettings } from './passes.ts'

export interface StlOptions {
  /** values a cycle: 12 for months, 7 for days of the week; 12 when left out */
  period?: number
  /**
   * years over which a calendar month's own values are smoothed: an odd number of 3 or more, 7 at the least in
   * practice; `'periodic'` when left out: the season is the same every year
   */
  seasonalWindow?: number | 'periodic'
  /** whether single wild months are kept from pulling season and trend; false when left out */
  robust?: boolean
  /** values over which the trend is smoothed, odd; 1.5 × period / (1 − 1.5 / seasonal window) rounded up to odd */
  trendWindow?: number
  /** values over which what is left of trend in the season is smoothed, odd; the next odd number from the period */
  lowPassWindow?: number
  /** degree of each local fit: 0 seasonal, 1 trend, low-pass as trend when left out */
  degrees?: Partial<BySmooth<0 | 1>>
  /**
   * how far apart the local fits are, straight lines between them: a tenth of each window rounded up when left out, as
   * R has it; 1 fits at every value
   */
  jumps?: number | Partial<BySmooth<number>>
  /** passes between season and trend; 2, or 1 when robust */
  innerLoops?: number
  /** rounds of robustness weights; 0, or 15 when robust */
  outerLoops?: number
}

export interface StlDecomposition {
  season: Float64Array<ArrayBuffer>
  trend: Float64Array<ArrayBuffer>
  /** value − season − trend */
  remainder: Float64Array<ArrayBuffer>
  /** robustness weight of each value: near 0 for a wild one; all 1 when not robust */
  weights: Float64Array<ArrayBuffer>
  /** every value used, those chosen for the user included */
  settings: StlSettings & { periodic: boolean }
}

/**
 * What in a monthly series is season, what is trend and what is left over? STL: the values of each calendar month are
 * smoothed over the years (season), what remains is smoothed over the months (trend), in turns. Season and trend
 * explain nothing; they make a series readable, and a seasonally adjusted one comparable from month to month.
 *
 * Values chosen for the user are those of R's `stats::stl`, and with them the parts are R's to 1e-8: a periodic season
 * (window 10 × values + 1, degree 0, then the mean of each calendar month's season), fits a tenth of a window apart
 * with straight lines between, two inner passes; when robust, one inner pass and 15 rounds of weights. Other programs
 * choose otherwise: statsmodels fits the season with degree 1 at every value, so its robust trends differ.
 *
 * @formula value = season + trend + remainder
 * @use to look at trend and season apart, to adjust a series for season before a control chart or a search for
 *   changepoints, with `robust` where single months are wild. For counts that grow with their level decompose logarithms.
 * @avoid with two years or less, where it is refused: compare with the same months of last year instead. The trend is
 *   smooth, so a step looks like a slope of about a year and a half: look for changepoints beside it. The last months of
 *   the trend move when a new month arrives.
 *
 * @param values the series in order of time without gaps, more than two periods of it
 * @param options windows, degrees, jumps and loops where R's are not wanted
 * @returns season, trend and remainder in the unit of the values, robustness weights, and the settings used
 * @throws TypeError if values is not an array of numbers; RangeError if it has two periods or less, or a setting is out
 *   of its range
 * @see Cleveland RB, Cleveland WS, McRae JE, Terpenning I (1990). STL: a seasonal-trend decomposition procedure based on loess. Journal of Official Statistics 6: 3–73.
 * @example stlDecomposition([3, 1, 3, 1, 3, 1], { period: 2 }).season // { 0: 1, 1: -1, 5: -1 }
 */
export function stlDecomposition(values: ArrayLike<number>, options: StlOptions = {}): StlDecomposition {
  const series = squarableNumbers(values, 'values')
  const settings = settingsFor(series.length, options)
  const { period, periodic } = settings
  const { season, trend, weights } = decompose(series, settings)
  if (periodic) repeatMeans(season, period)
  const remainder = series.map((value, i) => value - season[i]! - trend[i]!)
  return { season, trend, remainder, weights, settings }
}

function settingsFor(n: number, options: StlOptions): StlSettings & { periodic: boolean } {
  requireObject(options, 'options', '{ seasonalWindow: 13 }')
  const { period = 12, seasonalWindow = 'periodic', robust = false } = options
  requireYesOrNo(robust, 'robust')
  requireWholeFrom(period, 'period', 2)
  if (n <= 2 * period)
    throw new RangeError(`values has ${n}: give more than ${2 * period}, two periods of ${period}, or compare years.`)
  const periodic = seasonalWindow === 'periodic'
  const seasonal = periodic ? 10 * n + 1 : seasonalWindow
  requireWindow(seasonal, 'seasonalWindow')
  const windows = {
    seasonal,
    trend: options.trendWindow ?? nextOdd((1.5 * period) / (1 - 1.5 / seasonal)),
    lowPass: options.lowPassWindow ?? nextOdd(period),
  }
  requireWindow(windows.trend, 'trendWindow')
  requireWindow(windows.lowPass, 'lowPassWindow')
  const { seasonal: seasonalDegree = 0, trend: trendDegree = 1, lowPass = trendDegree } = options.degrees ?? {}
  const degrees = { seasonal: seasonalDegree, trend: trendDegree, lowPass }
  for (const [part, degree] of Object.entries(degrees)) requireWholeFrom(degree, `degrees.${part}`, 0, 1)
  const jumps = jumpsFor(windows, options.jumps)
  const { innerLoops = robust ? 1 : 2, outerLoops = robust ? 15 : 0 } = options
  requireWholeFrom(innerLoops, 'innerLoops', 1)
  requireWholeFrom(outerLoops, 'outerLoops', 0)
  return { period, periodic, windows, degrees, jumps, innerLoops, outerLoops }
}

function jumpsFor(windows: BySmooth<number>, given: StlOptions['jumps'] = {}): BySmooth<number> {
  if (typeof given !== 'number') requireObject(given, 'jumps', '{ seasonal: 1 }')
  const jump = (part: keyof BySmooth<number>) => {
    const chosen = (typeof given === 'number' ? given : given[part]) ?? Math.ceil(windows[part] / 10)
    requireWholeFrom(chosen, `jumps.${part}`, 1)
    return chosen
  }
  return { seasonal: jump('seasonal'), trend: jump('trend'), lowPass: jump('lowPass') }
}

const nextOdd = (number: number) => 2 * Math.floor(Math.ceil(number) / 2) + 1

function requireWindow(window: number, name: string): void {
  requireWholeFrom(window, name, 3)
  if (window % 2 === 0) throw new RangeError(`${name} is ${window}: give an odd number, so that it has a middle.`)
}

/** Each place in the cycle gets the mean of its season over the years. */
function repeatMeans(season: Float64Array, period: number): void {
  for (let k = 0; k < period; k++) {
    let sum = 0
    let years = 0
    for (let i = k; i < season.length; i += period, years++) sum += season[i]!
    for (let i = k; i < season.length; i += period) season[i] = sum / years
  }
}
