import { districtByCode } from '../../vocabulary/areas/index.ts'
import { type Month, monthsOf } from '../../vocabulary/period/month.ts'
import { type Coverage, coverageOf, deliveredMonths, extractMonths } from '../evidence/coverage.ts'
import type { Evidence } from '../evidence/open-evidence.ts'
import type { CountRequest } from './count-request.ts'
import { whereSql } from './count-sql.ts'

/** Whose months decide what is missing, and over which months the counts run. */
export interface CountScope {
  coverage: Coverage
  publishers: string[]
  months: Month[]
  delivered: Set<Month>
  missing: Month[]
}

/**
 * For an area it is the territorial force of its district whose months count: British Transport Police or a neighbour's
 * stray rows do not make a month delivered. Without an area it is every publisher with rows in scope.
 */
export async function countScope(evidence: Evidence, request: CountRequest): Promise<CountScope> {
  const coverage = await withoutForeignExtracts(evidence, request, coverageOf(evidence.release))
  const publishers = await publishersInScope(evidence, request, coverage)
  const held = deliveredMonths(coverage, publishers)
  const from = request.from ?? held[0]
  const to = request.to ?? held.at(-1)
  const asked = request.where.get('month')
  const months = (from && to ? monthsOf({ from, to }) : []).filter((month) => !asked || asked.includes(month))
  const delivered = new Set(held)
  return { coverage, publishers, months, delivered, missing: months.filter((month) => !delivered.has(month)) }
}

const AREAS = ['district', 'lsoa', 'ward'] as const
const areasOf = ({ where }: CountRequest) =>
  new Map([...where].filter(([dimension]) => (AREAS as readonly string[]).includes(dimension)))

/** A month held only as an extract in which the area asked for has no row was not delivered for that area: it is missing, not 0. */
async function withoutForeignExtracts(
  evidence: Evidence,
  request: CountRequest,
  coverage: Coverage,
): Promise<Coverage> {
  const areas = areasOf(request)
  if (areas.size === 0) return coverage
  const { sql, parameters } = whereSql(areas)
  for (const [publisher, months] of coverage) {
    const extracted = extractMonths(evidence.release, publisher)
    if (extracted.length === 0) continue
    const [row] = await evidence.rows<{ n: number }>(
      `select count(*)::integer as n from offence_count
       where ${sql} and publisher = $publisher and list_contains($extracted::varchar[], "month"::varchar)`,
      { ...parameters, publisher, extracted: JSON.stringify(extracted) },
    )
    if (row!.n === 0) coverage.set(publisher, new Set([...months].filter((month) => !extracted.includes(month))))
  }
  return coverage
}

async function publishersInScope(evidence: Evidence, request: CountRequest, coverage: Coverage): Promise<string[]> {
  const { where } = request
  const named = where.get('publisher')
  if (named) return named
  const areas = areasOf(request)
  if (areas.size === 0) return [...coverage.keys()]
  const { sql, parameters } = whereSql(areas)
  const found = await evidence.rows<{ publisher: string; district: string | null }>(
    `select distinct publisher, district from offence_count where ${sql} order by all`,
    parameters,
  )
  const districts = new Set([...(where.get('district') ?? []), ...found.map(({ district }) => district)])
  const territorial = [...districts]
    .map((code) => code && districtByCode(code)?.force.slug)
    .filter((slug) => slug && coverage.has(slug))
  return territorial.length > 0
    ? [...new Set(territorial as string[])]
    : [...new Set(found.map(({ publisher }) => publisher))]
}
