export { openRecords, type Records, type RecordsOptions } from './open-records.ts'
export type * from './tables.ts'
export type { Sql, Work } from './transactions.ts'
