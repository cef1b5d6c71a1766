import type { Catalogue, Release } from '../../platform/evidence/catalogue.ts'
import { type Month, monthsOf } from '../../vocabulary/period/month.ts'

/** Which months a release holds, by publisher. */
export type Coverage = Map<string, Set<Month>>

export function coverageOf(release: Release | null, feed = 'police-street'): Coverage {
  const coverage: Coverage = new Map()
  for (const admission of release?.admissions ?? []) {
    if (admission.feed !== feed) continue
    const months = coverage.get(admission.publisher) ?? new Set()
    for (const month of admission.months) months.add(month)
    coverage.set(admission.publisher, months)
  }
  return coverage
}

/** The publisher's months that are held only as an extract: of what area, nobody can say but by the rows in it. */
export const extractMonths = (release: Release | null, publisher: string): Month[] =>
  (release?.admissions ?? [])
    .filter((admission) => admission.publisher === publisher && admission.kind === 'extract')
    .flatMap(({ months }) => months)

/** Months that any of the publishers delivered, in order. */
export const deliveredMonths = (coverage: Coverage, publishers: Iterable<string> = coverage.keys()): Month[] =>
  [...new Set([...publishers].flatMap((publisher) => [...(coverage.get(publisher) ?? [])]))].sort()

/** Months from the first to the last that nobody delivered. */
export function gapsIn(months: Month[]): Month[] {
  const held = new Set(months)
  return months.length === 0
    ? []
    : monthsOf({ from: months[0]!, to: months.at(-1)! }).filter((month) => !held.has(month))
}

/** The deliveries in use of a publisher's months: what a figure over them was made from. */
export function deliveriesBehind(catalogue: Catalogue, release: Release, publisher: string, months: Set<Month>) {
  const ids = new Set(
    release.admissions
      .filter((admission) => admission.publisher === publisher && admission.months.some((month) => months.has(month)))
      .map(({ delivery }) => delivery),
  )
  return catalogue.deliveries.filter(({ id }) => ids.has(id))
}
