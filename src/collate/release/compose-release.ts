import type { Admission, Catalogue, Release } from '../../platform/evidence/catalogue.ts'
import { areaTableHash } from '../../vocabulary/areas/index.ts'
import { hashOf } from '../../vocabulary/figure.ts'
import { breakListHash } from '../breaks/breaks.ts'
import { decideAdmissions } from '../import/decide-supersession.ts'

/** The release that the catalogue's deliveries and tables make; its id is the hash of exactly what it is made of. */
export function composeRelease({ deliveries, references }: Catalogue, at: string): Release {
  const admissions: Admission[] = decideAdmissions(deliveries)
  const tables = Object.fromEntries([
    ['areas', areaTableHash],
    ['breaks', breakListHash],
    ...references.map(({ key, hash }) => [key, hash]),
  ])
  return { id: hashOf({ admissions, tables }), at, admissions, tables }
}
