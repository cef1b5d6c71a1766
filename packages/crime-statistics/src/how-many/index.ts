export { byarsInterval } from './byars-interval.ts'
export {
  directlyStandardisedRate,
  type StandardisedGroups,
  type StandardisedMethod,
  type StandardisedRate,
  type StandardisedRateOptions,
} from './directly-standardised-rate.ts'
export { exactPoissonInterval } from './exact-poisson-interval.ts'
export { expectedEvents } from './expected-events.ts'
export { type FunnelLimits, type FunnelOptions, funnelLimits } from './funnel-limits.ts'
export {
  indirectlyStandardisedRatio,
  type StandardisedRatio,
  type StandardisedRatioOptions,
} from './indirectly-standardised-ratio.ts'
export { minlikePoissonP } from './minlike-poisson-p.ts'
export { type Rate, type RateOptions, ratePer } from './rate-per.ts'
