import { finiteNumbers, requireFinite, requireObject, requireWholeFrom } from '../../check-inputs.ts'
import { type EtsModel, etsParts, requireEtsModel } from './ets-model.ts'
import type { SmoothingParameters, SmoothingStates } from './smoothing.ts'

export interface GivenModel {
  model: EtsModel
  period?: number | undefined
  parameters: Partial<SmoothingParameters>
  states: Partial<SmoothingStates>
  /** how the caller calls the states: `first` or `last` */
  name: string
}

/** A copy of the parameters and states that a model has, each a number, with a season for each place of the period. */
export function checkedModel({ model, period: given, parameters, states, name }: GivenModel) {
  requireEtsModel(model)
  requireObject(parameters, 'parameters', '{ alpha: 0.3 }')
  requireObject(states, name, '{ level: 12 }')
  const { trend, season } = etsParts(model)
  const seasonal = season !== 'none'
  const part = (has: boolean, value: unknown, of: string) => {
    if (has) requireFinite(value as number, of)
    return has ? (value as number) : null
  }
  const seasons = seasonal ? [...finiteNumbers(states.seasons as number[], `${name}.seasons`)] : null
  const period = given ?? seasons?.length ?? 1
  requireWholeFrom(period, 'period', seasonal ? 2 : 1)
  if (seasons && seasons.length !== period)
    throw new RangeError(
      `${name}.seasons has ${seasons.length} values and period is ${period}: give one for each place.`,
    )
  return {
    model,
    period,
    parameters: {
      alpha: part(true, parameters.alpha, 'parameters.alpha')!,
      beta: part(trend, parameters.beta, 'parameters.beta'),
      gamma: part(seasonal, parameters.gamma, 'parameters.gamma'),
      phi: part(trend, parameters.phi ?? 1, 'parameters.phi'),
    },
    states: {
      level: part(true, states.level, `${name}.level`)!,
      trend: part(trend, states.trend, `${name}.trend`),
      seasons,
    },
  }
}
