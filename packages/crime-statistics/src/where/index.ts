export { exactPoints } from './snapped/exact-points.ts'
export { finestCellFor } from './snapped/finest-cell-for.ts'
export type { ExactPoints, LocatedPoints, SnappedPoints } from './snapped/located-points.ts'
export { snappedPoints } from './snapped/snapped-points.ts'
