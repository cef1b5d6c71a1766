export {
  type AcceptabilityAnalysis,
  type AcceptabilityOptions,
  acceptabilityAnalysis,
} from './acceptability-analysis.ts'
export type { AgreementWeights } from './agreement-weights.ts'
export { cohensKappa, type Kappa, type KappaOptions } from './cohens-kappa.ts'
export type { CriterionDirection } from './criterion.ts'
export { type CurvedScale, curvedValue } from './curved-value.ts'
export { type FleissKappa, type FleissOptions, fleissKappa } from './fleiss-kappa.ts'
export {
  type IntraclassCorrelation,
  intraclassCorrelation,
  type Reliability,
  type ReliabilityForms,
} from './intraclass-correlation.ts'
export { minMaxValues } from './min-max-values.ts'
export { piecewiseLinearValue } from './piecewise-linear-value.ts'
export { type RankStability, type RankStabilityOptions, rankStability } from './rank-stability.ts'
export { rankValues } from './rank-values.ts'
export { switchingWeight } from './switching-weight.ts'
export type { ValueOrRange } from './value-table.ts'
export type { WeightKnowledge } from './weight-region.ts'
export { type TornadoBar, type WeightTornado, weightTornado } from './weight-tornado.ts'
export { type WeightedRanking, weightedRanking } from './weighted-ranking.ts'
export { zScoreValues } from './z-score-values.ts'
