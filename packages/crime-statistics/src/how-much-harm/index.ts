export {
  type GroupedOffenceCount,
  type GroupHarm,
  type GroupHarmOptions,
  type HarmByGroup,
  harmByGroup,
} from './harm-by-group.ts'
export {
  type HarmOptions,
  type OffenceCount,
  type SeverityWeightedHarm,
  severityWeightedHarm,
} from './severity-weighted-harm.ts'
export type { SeverityWeights } from './severity-weights.ts'
