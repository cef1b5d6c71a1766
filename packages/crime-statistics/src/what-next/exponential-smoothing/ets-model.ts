import { shown } from '../../check-inputs.ts'

/**
 * A model of exponential smoothing by its three letters: how chance enters (A added, M in proportion), the trend (N
 * none, A a steady slope, Ad a slope that dies away) and the season (N none, A added, M in proportion). `AAdN` is an
 * added error, a damped trend and no season.
 */
export type EtsModel =
  | 'ANN'
  | 'AAN'
  | 'AAdN'
  | 'ANA'
  | 'AAA'
  | 'AAdA'
  | 'MNN'
  | 'MAN'
  | 'MAdN'
  | 'MNA'
  | 'MAA'
  | 'MAdA'
  | 'MNM'
  | 'MAM'
  | 'MAdM'

/** The models tried for monthly counts, simple before complex. An added error with a season in proportion is unstable and left out. */
export const ETS_MODELS: readonly EtsModel[] = [
  'ANN',
  'MNN',
  'AAN',
  'MAN',
  'AAdN',
  'MAdN',
  'ANA',
  'MNA',
  'MNM',
  'AAA',
  'MAA',
  'MAM',
  'AAdA',
  'MAdA',
  'MAdM',
]

export interface EtsParts {
  /** whether errors are in proportion to the forecast */
  proportionalError: boolean
  trend: boolean
  damped: boolean
  season: 'none' | 'added' | 'proportional'
}

export function etsParts(model: EtsModel): EtsParts {
  const season = model.at(-1)
  return {
    proportionalError: model[0] === 'M',
    trend: model[1] === 'A',
    damped: model.includes('d'),
    season: season === 'A' ? 'added' : season === 'M' ? 'proportional' : 'none',
  }
}

export function requireEtsModel(model: EtsModel, name = 'model'): void {
  if (!ETS_MODELS.includes(model))
    throw new RangeError(`${name} is ${shown(model)}: give one of ${ETS_MODELS.join(', ')}.`)
}

/** Numbers fitted to the series: smoothing parameters, damping and states before the first value. */
export function fittedNumbers(model: EtsModel, period: number): number {
  const { trend, damped, season } = etsParts(model)
  return 2 + (trend ? 2 : 0) + (damped ? 1 : 0) + (season === 'none' ? 0 : period)
}
