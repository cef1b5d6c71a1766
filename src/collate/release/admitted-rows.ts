import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Admission, Audience, Catalogue, Delivery } from '../../platform/evidence/catalogue.ts'
import { literal, literals } from '../../platform/evidence/duckdb.ts'
import type { EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { publisherOfForce } from '../police-street/file-name.ts'

export const parquetOf = (folder: EvidenceFolder, delivery: string) => join(folder.deliveries, delivery, 'rows.parquet')

/** @throws Refusal naming the first delivery whose rows are not in the folder any more */
export function requireStored(folder: EvidenceFolder, deliveries: Delivery[]): void {
  const lost = deliveries.filter(({ id }) => !existsSync(parquetOf(folder, id)))
  if (lost.length > 0)
    throw new Refusal(
      `The rows of ${lost[0]!.name}${lost.length > 1 ? ` and ${lost.length - 1} more deliveries` : ''} are missing from ${folder.deliveries}: import ${lost.length > 1 ? 'those files' : 'that file'} again, or restore the folder from a backup.`,
    )
}

/** SQL that picks one publisher's rows from a delivery: all of them, unless an extract mixes forces. */
export function rowsOfPublisher({ kind, forces }: Delivery, publisher: string): string {
  if (kind === 'street') return 'true'
  const theirs = forces.filter((force) => publisherOfForce(force) === publisher)
  return theirs.length === forces.length ? 'true' : `list_contains(${literals(theirs)}, falls_within)`
}

/**
 * SQL for every row that a release uses and an audience may read. Deliveries used whole are read together, a publisher at
 * a time, since a union of two thousand files is slow to plan; those used in part are picked from by month.
 */
export function admittedRowsSql(
  folder: EvidenceFolder,
  catalogue: Catalogue,
  admissions: Admission[],
  audience: Audience,
): string | undefined {
  const deliveryOf = new Map(catalogue.deliveries.map((delivery) => [delivery.id, delivery]))
  const readable = admissions.filter(({ delivery }) => deliveryOf.get(delivery)!.audience === audience)
  const select = (files: string[], { feed, publisher }: Admission, where: string) =>
    `select ${literal(feed)} as feed, ${literal(publisher)} as publisher, month, falls_within, type, lsoa_code, lsoa_name, outcome, longitude, latitude
     from read_parquet(${literals(files)}) where ${where}`
  const whole = readable.filter((admission) => isWhole(admission, deliveryOf.get(admission.delivery)!))
  const parts = readable.filter((admission) => !whole.includes(admission))
  const selects = [
    ...Map.groupBy(whole, ({ feed, publisher }) => `${feed} ${publisher}`)
      .values()
      .map((group) =>
        select(
          group.map(({ delivery }) => parquetOf(folder, delivery)),
          group[0]!,
          'true',
        ),
      ),
    ...parts.map((admission) =>
      select(
        [parquetOf(folder, admission.delivery)],
        admission,
        `${rowsOfPublisher(deliveryOf.get(admission.delivery)!, admission.publisher)} and list_contains(${literals(admission.months)}, month)`,
      ),
    ),
  ]
  return selects.length > 0 ? selects.join(' union all ') : undefined
}

const isWhole = ({ publisher, months }: Admission, delivery: Delivery) =>
  rowsOfPublisher(delivery, publisher) === 'true' &&
  delivery.holds.every((holding) => holding.publisher === publisher && months.includes(holding.month))
