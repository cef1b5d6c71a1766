export {
  attackTable,
  type CellBounds,
  type PublishedCell,
  type PublishedTable,
  type TableAttack,
} from './attack-table.ts'
export { cellId } from './cell-id.ts'
export {
  type DifferencingInput,
  type DifferencingOptions,
  type DifferencingResult,
  differencingCheck,
  type SmallCountTold,
} from './differencing-check.ts'
export { type HidingOptions, hideSmallCounts, type ProtectedCell, type ProtectedTable } from './hide-small-counts.ts'
export type { LinkedTable, TableCell, TableRelation } from './linked-table.ts'
export { type Nested, nestedTable } from './nested-table.ts'
export { randomRoundToBase } from './random-round-to-base.ts'
export type { Atom, Release, ReleasedCell } from './releases.ts'
export { type RoundedTable, roundTableToBase } from './round-table-to-base.ts'
export { roundToBase } from './round-to-base.ts'
export { type ShowCountOptions, showCount } from './show-count.ts'
export { type ShowPercentageOptions, showPercentage } from './show-percentage.ts'
export { type ShowRateOptions, showRate } from './show-rate.ts'
export type { ShownNumber } from './shown-number.ts'
export { type TwoWayCounts, twoWayTable } from './two-way-table.ts'
