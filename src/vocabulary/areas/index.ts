/** The districts of England and Wales: who they are, who polices them, who lives there. Read once; pure afterwards. */
export type { District, Force, FoundDistrict, Partnership, Population, Succession } from './area.ts'
export {
  districtByCode,
  districtByName,
  districtOfLsoaName,
  districts,
  districtsOfForce,
  forceOf,
  peersOf,
  successions,
} from './district.ts'
export { forceByCode, forceBySlug, forces, publisherOfForceName } from './force.ts'
export { partnershipByCode, partnerships, partnershipsOf } from './partnership.ts'
export { populationOf, populationsOf } from './population.ts'
export { requireDistrict } from './require-district.ts'
export { areaTableHash, areaVintage } from './tables.ts'
