export { benjaminiHochberg } from './benjamini-hochberg.ts'
export { holm } from './holm.ts'
export { type JudgedChange, type ListedVerdict, verdictsInList } from './verdicts-in-list.ts'
