export { type ControlledTimeSeries, controlledInterruptedTimeSeries } from './controlled-interrupted-time-series.ts'
export {
  type DifferenceInDifferences,
  type DifferenceOptions,
  differenceInDifferences,
} from './difference-in-differences.ts'
export { durbinWatson } from './durbin-watson.ts'
export type { Aim, Evaluation, EvaluationAnswer } from './evaluation-answer.ts'
export {
  type InterruptedOptions,
  type InterruptedTimeSeries,
  interruptedTimeSeries,
} from './interrupted-time-series.ts'
export type { ModelEffect } from './intervention-model.ts'
export type { MeanEffect } from './mean-effect.ts'
export {
  type AreaChange,
  type RelativeEffectOptions,
  type RelativeEffectSize,
  relativeEffectSize,
  type TreatedAndControl,
} from './relative-effect-size.ts'
export { type SyntheticComparison, type SyntheticOptions, syntheticComparison } from './synthetic-comparison.ts'
export {
  type DisplacementAreas,
  type DisplacementReading,
  type WeightedDisplacementQuotient,
  weightedDisplacementQuotient,
} from './weighted-displacement-quotient.ts'
