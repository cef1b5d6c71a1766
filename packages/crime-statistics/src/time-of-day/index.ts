export { aoristicHours } from './aoristic-hours.ts'
export { type AoristicOptions, type AoristicPattern, aoristicPattern, type TimedEvent } from './aoristic-pattern.ts'
