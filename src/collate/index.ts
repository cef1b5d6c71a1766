/** What later stages may know of collating: the evidence, its coverage and its breaks. */

export type { Catalogue, Delivery, Release } from '../platform/evidence/catalogue.ts'
export { type Break, breaksFor } from './breaks/breaks.ts'
export { type CountRow, countEvidence } from './count/count-evidence.ts'
export { countRequest } from './count/count-request.ts'
export { coverageOf, deliveredMonths, deliveriesBehind, extractMonths, gapsIn } from './evidence/coverage.ts'
export { type AccessContext, type Evidence, type EvidenceStore, OPEN, openEvidence } from './evidence/open-evidence.ts'
export { districtShapes } from './reference/district-shapes.ts'
export { collateRoutes } from './status/collate.routes.ts'
