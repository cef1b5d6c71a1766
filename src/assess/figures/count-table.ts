import type { Evidence } from '../../collate/index.ts'
import { ASB } from '../../vocabulary/offence.ts'
import type { Month, Period } from '../../vocabulary/period/month.ts'
import { monthsOf } from '../../vocabulary/period/month.ts'

/** All recorded crime: every type but anti-social behaviour, which has a base of its own. */
export const ALL_CRIME = 'crime'

/** Counts of one publisher by district, subject and month, with what was delivered. */
export interface CountTable {
  publisher: string
  delivered: Set<Month>
  districts: string[]
  /** types that stand on any row, in name order */
  types: string[]
  /** what was recorded in one month; null for a month never delivered */
  month(district: string, subject: string, month: Month): number | null
  /** the sum over a period; null when any of its months was never delivered */
  total(district: string, subject: string, period: Period): number | null
  /** months of the period that were never delivered for the district */
  missing(period: Period, district: string): Month[]
}

interface Cell {
  district: string
  type: string
  month: string
  count: number
}

/** One query for everything an assessment compares: all districts of the force, every type, every month held. */
export async function readCountTable(
  evidence: Evidence,
  publisher: string,
  districts: string[],
  delivered: Set<Month>,
  extracted: Month[] = [],
): Promise<CountTable> {
  const cells = await evidence.rows<Cell>(
    `select district::varchar as district, "type"::varchar as "type", "month"::varchar as "month", sum(n)::integer as "count"
     from offence_count
     where publisher = $publisher and list_contains($districts::varchar[], district::varchar)
     group by all
     order by district, "type", "month"`,
    { publisher, districts: JSON.stringify(districts) },
  )
  return countTable(cells, publisher, districts, delivered, new Set(extracted))
}

/**
 * @param extracted months held only as an extract of the force's file: a district without a row in any of them is not in the
 *   extract, so those months are missing for it, never 0
 */
export function countTable(
  cells: Cell[],
  publisher: string,
  districts: string[],
  delivered: Set<Month>,
  extracted: Set<Month> = new Set(),
): CountTable {
  const inExtract = new Set(cells.filter(({ month }) => extracted.has(month)).map(({ district }) => district))
  const isDelivered = (district: string, at: Month) =>
    delivered.has(at) && (!extracted.has(at) || inExtract.has(district))
  const counts = new Map<string, number>()
  const add = (key: string, count: number) => counts.set(key, (counts.get(key) ?? 0) + count)
  for (const { district, type, month, count } of cells) {
    add(`${district} ${type} ${month}`, count)
    if (type !== ASB) add(`${district} ${ALL_CRIME} ${month}`, count)
  }
  const month = (district: string, subject: string, at: Month) =>
    isDelivered(district, at) ? (counts.get(`${district} ${subject} ${at}`) ?? 0) : null
  const missing = (period: Period, district: string) => monthsOf(period).filter((at) => !isDelivered(district, at))
  return {
    publisher,
    delivered,
    districts,
    types: [...new Set(cells.map(({ type }) => type))].sort(),
    month,
    missing,
    total: (district, subject, period) =>
      missing(period, district).length > 0
        ? null
        : monthsOf(period).reduce((sum, at) => sum + month(district, subject, at)!, 0),
  }
}
