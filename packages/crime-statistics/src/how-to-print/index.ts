export { roundHalfAwayFromZero } from './round-half-away-from-zero.ts'
