export { clopperPearsonInterval } from './clopper-pearson-interval.ts'
export { wilsonInterval } from './wilson-interval.ts'
