/** Reference tables: what publishers say of areas and people, recognised and written in one normal form. */
export { type Download, downloadsFor } from './downloads.ts'
export { prepareReference } from './prepare-reference.ts'
export type { Coverage, PreparedReference, ReferenceKind } from './prepared-reference.ts'
