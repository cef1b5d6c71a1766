export { type AreaComparison, areaAgainstEach } from './area-against-each.ts'
export { type AreaCount, areaAgainstRest } from './area-against-rest.ts'
export { type CountComparison, compareCounts } from './compare-counts.ts'
