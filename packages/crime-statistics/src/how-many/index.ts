export { byarsInterval } from './byars-interval.ts'
export { exactPoissonInterval } from './exact-poisson-interval.ts'
export { type Rate, type RateOptions, ratePer } from './rate-per.ts'
