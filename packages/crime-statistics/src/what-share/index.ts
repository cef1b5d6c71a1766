export { clopperPearsonInterval } from './clopper-pearson-interval.ts'
export { wilsonContinuityInterval } from './wilson-continuity-interval.ts'
export { wilsonInterval } from './wilson-interval.ts'
