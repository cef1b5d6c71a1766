import { requireChoice, requireList, requireObject, requireWholeFrom } from '../../check-inputs.ts'
import { ETS_MODELS, type EtsModel, etsParts, fittedNumbers, requireEtsModel } from './ets-model.ts'
import { countedNumbers, type FittedModel, fitModels, readPoint } from './fit-models.ts'
import { powerOfTwo } from './power-of-two.ts'
import { seriesToSmooth } from './series-to-smooth.ts'
import { smoothSeries } from './smooth-series.ts'
import type { ExponentialSmoothing } from './smoothing.ts'

export interface ExponentialSmoothingOptions {
  /** values that make a season: 12 for months (the default), 4 for quarters, 7 for days of a week; 1 for no season */
  period?: number
  /** models to choose from; all 15 when left out. One alone is fitted without a choice */
  models?: readonly EtsModel[]
  /** what the models are compared by; AICc when left out */
  criterion?: 'aicc' | 'aic' | 'bic'
}

export interface ChosenSmoothing extends ExponentialSmoothing {
  /** the models that were fitted with what each scored, best first; the first is the one chosen */
  candidates: { model: EtsModel; score: number | null }[]
}

/**
 * Which mix of level, trend and season describes a series best, and what does it know at the end? Each of up to 15
 * models of exponential smoothing (state space models, "ETS") is fitted by maximum likelihood, and the one with the
 * least AICc is chosen: the best likelihood after a charge for every number fitted. The answer holds the level, trend
 * and season after the last value; {@link exponentialSmoothingForecast} carries them forward.
 *
 * Fitted are the smoothing parameters, within R's bounds (alpha, beta and gamma from 0.0001; beta at most alpha, gamma
 * at most 1 − alpha; phi 0.8 to 0.98; and for seasonal models only where the past is forgotten), **and** the states
 * before the first value. The peak is climbed by Gauss–Newton steps from several starts, which on every reference
 * series found a likelihood at least as great as R's `ets` by Nelder–Mead and often a greater one: another model than
 * R's may then win, by a smaller AICc.
 *
 * Left out are: models in proportion where a value is 0 or less; seasonal models where fewer than two whole periods are
 * there; and models with so many numbers that AICc is not defined (it needs three values more than numbers fitted). A
 * constant series gives `ANN` with that constant and a variance of 0. R leaves out seasons longer than 24; here they are
 * tried, slower: 52 weeks cost 52 numbers and seldom win. Missing values are refused: fill them by a rule of
 * your own that you can defend, or take the longest stretch without one.
 *
 * @formula added error: y = f + e; in proportion: y = f(1 + e); f = level + phi·trend + season, or (level + phi·trend) × season; AICc = −2·logLikelihood + 2k + 2k(k + 1)/(n − k − 1), k the numbers fitted and the variance
 * @use to forecast monthly counts whose level, slope and season drift: the general-purpose choice
 * @avoid for counts mostly 0 (a rate and its Poisson interval say more), or across a known break in recording, which is smoothed over as if it were crime: start the series after the break
 * @param values the series in order of time, one step apart, at least 5; months of unequal length may be divided by their days first
 * @param options period, models and criterion
 * @returns the model chosen, its parameters, states, fitted values and scores; seasons are listed latest first
 * @throws TypeError if a value is missing or not a number; RangeError if one is not finite or beyond ±1e100, if fewer
 *   than 5 are given, if none of the models can be fitted to them, or if period is not a whole number from 1
 * @see Hyndman RJ, Koehler AB, Ord JK, Snyder RD (2008). Forecasting with Exponential Smoothing: the State Space Approach. Berlin: Springer. doi:10.1007/978-3-540-71918-2
 * @see Hyndman RJ, Khandakar Y (2008). Automatic time series forecasting: the forecast package for R. Journal of Statistical Software 27(3). doi:10.18637/jss.v027.i03
 * @example exponentialSmoothing([12, 15, 11, 14, 13, 16, 12, 14, 15, 13], { period: 1 }).model // 'MNN'
 */
export function exponentialSmoothing(
  values: ArrayLike<number>,
  options: ExponentialSmoothingOptions = {},
): ChosenSmoothing {
  const series = seriesToSmooth(values)
  requireObject(options, 'options', '{ period: 12 }')
  const { period = 12, models = ETS_MODELS, criterion = 'aicc' } = options
  requireList(models, 'models')
  requireWholeFrom(period, 'period', 1)
  for (const [i, model] of Array.from(models).entries()) requireEtsModel(model, `models[${i}]`)
  requireChoice(criterion, 'criterion', ['aicc', 'aic', 'bic'])
  const possible = possibleModels(series, period, models)
  const unit = powerOfTwo(series)
  const n = series.length
  const score = ({ model, sum }: FittedModel) => {
    const k = countedNumbers(model, period)
    const fit = n * Math.log(sum) + 2 * n * Math.log(unit) // −2 × log-likelihood
    if (criterion === 'bic') return fit + Math.log(n) * k
    return fit + 2 * k + (criterion === 'aicc' ? (2 * k * (k + 1)) / (n - k - 1) : 0)
  }
  const fitted = fitModels(
    series.map((value) => value / unit),
    period,
    possible,
  ).map((fit) => ({ fit, score: fit.sum < Infinity ? score(fit) : Infinity }))
  fitted.sort((a, b) => a.score - b.score)
  const best = fitted[0]!.fit
  const { parameters, first } = readPoint(best, period, unit)
  return {
    ...smoothSeries(series, best.model, period, parameters, first),
    candidates: fitted.map(({ fit, score }) => ({ model: fit.model, score: Number.isFinite(score) ? score : null })),
  }
}

/** The models that the series is long and positive enough for; one alone may be too long for AICc, not for a variance. */
function possibleModels(series: Float64Array, period: number, models: readonly EtsModel[]): readonly EtsModel[] {
  const n = series.length
  if (n < 5) throw new RangeError(`values has ${n} values: give 5 or more, in order of time.`)
  const positive = series.every((value) => value > 0)
  const spare = models.length === 1 ? 2 : 3
  const possible = models.filter((model) => {
    const { proportionalError, season } = etsParts(model)
    if (season !== 'none' && (period < 2 || n < 2 * period)) return false
    return (positive || !proportionalError) && n >= fittedNumbers(model, period) + spare
  })
  if (possible.length > 0) return possible
  throw new RangeError(
    `models has none that ${n} values of period ${period} can be fitted with: models in proportion (M) need values above 0, ` +
      'seasonal ones two whole periods, each at least two values more than it has numbers. Leave models out to choose from all.',
  )
}
