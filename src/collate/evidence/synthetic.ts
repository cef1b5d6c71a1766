import type { Catalogue, Release } from '../../platform/evidence/catalogue.ts'

/** Does a release use any made-up delivery? Then everything drawn from it must say so, in every form it takes. */
export function isSynthetic({ deliveries }: Catalogue, release: Release | null | undefined): boolean {
  const used = new Set(release?.admissions.map(({ delivery }) => delivery))
  return deliveries.some(({ id, synthetic }) => synthetic && used.has(id))
}
