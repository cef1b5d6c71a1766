import { join } from 'node:path'
import {
  type Admission,
  type Catalogue,
  currentRelease,
  type Delivery,
  type Holding,
} from '../../platform/evidence/catalogue.ts'
import type { EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import {
  type FileReport,
  type FileStatus,
  periodOf,
  type SupersededMonth,
  sum,
  supersededOf,
  warningsOf,
} from './report.ts'
import type { TakenIn } from './take-in.ts'

/** One file of an import, after it was read. */
export interface Taken {
  file: string
  taken: TakenIn
  seconds: number
}

/** What became of a file once its import was committed. */
export function fileReport(
  folder: EvidenceFolder,
  { file, taken, seconds }: Taken,
  recorded: Set<string>,
  changes: Map<string, SupersededMonth[]>,
  catalogue: Catalogue,
): FileReport {
  const nothing = {
    read: 0,
    accepted: 0,
    rejected: {},
    withoutLsoa: 0,
    repeatedCrimeIds: 0,
    superseded: null,
    warnings: [],
    seconds,
  }
  if (taken.outcome === 'passed over') return { file, status: 'passed over', ...nothing }
  const id = taken.outcome === 'new' ? taken.delivery.id : taken.id
  const delivery = catalogue.deliveries.find((one) => one.id === id)!
  const known = {
    file,
    delivery: id,
    feed: delivery.feed,
    publishers: [...new Set(delivery.holds.map(({ publisher }) => publisher))],
    period: periodOf(delivery),
  }
  if (taken.outcome === 'held') return { ...nothing, ...known, status: 'already held' }
  if (recorded.has(id)) {
    const warnings = ['its rows were missing from the data folder: they are there again']
    return { ...nothing, ...known, status: 'already held', warnings }
  }
  const unused = unusedOf(delivery, currentRelease(catalogue)?.admissions ?? [])
  return {
    ...known,
    status: statusOf(delivery, unused, catalogue.deliveries),
    read: delivery.read,
    accepted: delivery.accepted,
    rejected: delivery.rejected,
    ...(taken.rejectedCsv && { rejectedFile: join(folder.rejected, `${id}.csv`) }),
    withoutLsoa: sum(delivery.holds.map((holding) => holding.withoutLsoa)),
    repeatedCrimeIds: delivery.repeatedCrimeIds,
    superseded: supersededOf(changes.get(id) ?? []),
    warnings: warningsOf(delivery, taken.firstRejected, [...new Set(unused.map(({ month }) => month))].sort()),
    seconds,
  }
}

/** What of a delivery a release takes from others. */
function unusedOf({ id, holds }: Delivery, admissions: Admission[]): Holding[] {
  const used = admissions.filter(({ delivery }) => delivery === id)
  return holds.filter(
    ({ publisher, month }) => !used.some((one) => one.publisher === publisher && one.months.includes(month)),
  )
}

function statusOf({ kind, feed, holds }: Delivery, unused: Holding[], all: Delivery[]): FileStatus {
  if (unused.length < holds.length) return 'imported'
  const whole = all.filter((other) => other.kind === 'street' && other.feed === feed).flatMap((other) => other.holds)
  const isHeldWhole = ({ publisher, month }: Holding) =>
    whole.some((one) => one.publisher === publisher && one.month === month)
  return kind === 'extract' && unused.every(isHeldWhole) ? 'extract of what is held' : 'older than what is held'
}
