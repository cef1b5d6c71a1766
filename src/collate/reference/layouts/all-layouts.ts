import { deprivation, districtDeprivation } from './deprivation.ts'
import { districtSuccession } from './district-succession.ts'
import type { Layout } from './layout.ts'
import { areaLookup, lsoaDistrict, lsoaSuccession, ruralUrban } from './lookups.ts'
import { districtPopulation, lsoaPopulation } from './population.ts'
import { postcodeDirectory } from './postcode-directory.ts'

/** Every layout read, the most particular first: a table of ranks also has LSOA and district codes. */
export const LAYOUTS: readonly Layout[] = [
  deprivation,
  postcodeDirectory,
  ruralUrban,
  lsoaPopulation,
  lsoaSuccession,
  lsoaDistrict,
  districtDeprivation,
  districtPopulation,
  districtSuccession,
  areaLookup,
]
