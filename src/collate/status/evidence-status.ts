import { type Admission, type Catalogue, currentRelease, type Delivery } from '../../platform/evidence/catalogue.ts'
import type { Month } from '../../vocabulary/period/month.ts'
import { coverageOf, gapsIn } from '../evidence/coverage.ts'
import { sum } from '../import/report.ts'

/** How a publisher's data stand, month by month and in one letter. */
export interface PublisherStatus {
  feed: string
  publisher: string
  from: Month
  to: Month
  delivered: Month[]
  missing: Month[]
  rows: number
  withoutLsoa: number
  rejected: number
  /** A to D: see {@link gradeOf} */
  quality: { grade: 'A' | 'B' | 'C' | 'D'; located: number; accepted: number; complete: number }
}

export interface EvidenceStatus {
  release: { id: string; at: string } | null
  releases: { id: string; at: string; deliveries: number }[]
  publishers: PublisherStatus[]
  deliveries: (Pick<Delivery, 'id' | 'name' | 'feed' | 'kind' | 'asAt' | 'accepted' | 'rejected'> & { used: boolean })[]
  references: { kind: string; vintage: string; title: string; rows: number; covers: string }[]
}

/** What the folder holds, from its catalogue alone. */
export function evidenceStatus(catalogue: Catalogue): EvidenceStatus {
  const release = currentRelease(catalogue)
  const used = new Set(release?.admissions.map(({ delivery }) => delivery))
  return {
    release: release ? { id: release.id, at: release.at } : null,
    releases: catalogue.releases.map(({ id, at, admissions }) => ({ id, at, deliveries: admissions.length })),
    publishers: [...coverageOf(release ?? null)].map(([publisher, months]) =>
      publisherStatus(
        catalogue.deliveries.filter(({ id }) => used.has(id)),
        release!.admissions,
        publisher,
        [...months].sort(),
      ),
    ),
    deliveries: catalogue.deliveries.map(({ id, name, feed, kind, asAt, accepted, rejected }) => ({
      id,
      name,
      feed,
      kind,
      asAt,
      accepted,
      rejected,
      used: used.has(id),
    })),
    references: catalogue.references.map(({ kind, vintage, title, rows, covers }) => ({
      kind,
      vintage,
      title,
      rows,
      covers,
    })),
  }
}

function publisherStatus(
  deliveries: Delivery[],
  admissions: Admission[],
  publisher: string,
  delivered: Month[],
): PublisherStatus {
  const theirs = deliveries.filter(({ holds }) => holds.some((holding) => holding.publisher === publisher))
  const admitted = new Set(
    admissions.flatMap((one) =>
      one.publisher === publisher ? one.months.map((month) => `${one.delivery} ${month}`) : [],
    ),
  )
  const holdings = theirs.flatMap(({ id, holds }) =>
    holds.filter((holding) => holding.publisher === publisher && admitted.has(`${id} ${holding.month}`)),
  )
  const rows = sum(holdings.map((holding) => holding.rows))
  const withoutLsoa = sum(holdings.map((holding) => holding.withoutLsoa))
  const rejected = sum(theirs.flatMap((delivery) => Object.values(delivery.rejected)))
  const missing = gapsIn(delivered)
  const shares = {
    located: rows === 0 ? 0 : 1 - withoutLsoa / rows,
    accepted: rows === 0 ? 0 : rows / (rows + rejected),
    complete: delivered.length / (delivered.length + missing.length),
  }
  return {
    feed: 'police-street',
    publisher,
    from: delivered[0]!,
    to: delivered.at(-1)!,
    delivered,
    missing,
    rows,
    withoutLsoa,
    rejected,
    quality: { grade: gradeOf(shares), ...shares },
  }
}

/**
 * A data-quality grade from three shares: rows with an LSOA, rows accepted, months delivered between the first and the last.
 * A: all at least 98 %; B: 95 %; C: 80 %; D: less. The worst of the three decides, since a chart is as good as that.
 */
export function gradeOf(shares: { located: number; accepted: number; complete: number }): 'A' | 'B' | 'C' | 'D' {
  const worst = Math.min(shares.located, shares.accepted, shares.complete)
  return worst >= 0.98 ? 'A' : worst >= 0.95 ? 'B' : worst >= 0.8 ? 'C' : 'D'
}
