import { type Month, monthsOf, yearEnding } from '../../vocabulary/period/month.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import type { Evidence } from '../evidence/open-evidence.ts'
import { isSynthetic } from '../evidence/synthetic.ts'
import type { CountRequest, Dimension } from './count-request.ts'
import { type CountScope, countScope } from './count-scope.ts'
import { cellsSql, sourceOf, whereSql } from './count-sql.ts'

/**
 * One cell. `missing`: never delivered, so there is no count. `part`: some of the publishers in scope delivered it, or, where
 * no time is asked for, some months of the range are missing; `missing` then names what lacks.
 */
export type CountRow = Partial<Record<Dimension, string | null>> & {
  count: number | null
  status: 'delivered' | 'part' | 'missing'
  missing?: string[]
}

export interface Count {
  release: string | null
  /** some of what is counted was made up for a demonstration */
  synthetic: boolean
  scope: CountScope
  /** in order of time, then of the other dimensions; a block of rows at a time */
  rows(): AsyncGenerator<CountRow[]>
}

/** Counts the evidence. Missing months come back as missing rows, months without a record as 0. */
export async function countEvidence(evidence: Evidence, request: CountRequest): Promise<Count> {
  if (!evidence.release)
    throw new Refusal('Nothing has been imported yet: run `tapestry evidence import` with the police files first.')
  if (request.by.includes('ward') || request.where.has('ward')) requireWards(evidence)
  const scope = await countScope(evidence, request)
  return {
    release: evidence.release.id,
    synthetic: isSynthetic(evidence.catalogue, evidence.release),
    scope,
    rows: () => rowsOf(evidence, request, scope),
  }
}

function requireWards({ catalogue }: Evidence): void {
  if (!catalogue.references.some(({ kind }) => kind === 'lsoa-district'))
    throw new Refusal(
      'Wards need the lookup from LSOAs to wards, which is not loaded: download "LSOA (2021) to Electoral Ward to LAD best fit lookup" from the ONS Open Geography Portal and run `tapestry reference import` with it.',
    )
}

async function* rowsOf(evidence: Evidence, request: CountRequest, scope: CountScope): AsyncGenerator<CountRow[]> {
  const time = request.by.find((dimension) => dimension === 'month' || dimension === 'year-ending')
  const others = request.by.filter((dimension) => dimension !== time)
  const window = (label: Month) => (time === 'year-ending' ? monthsOf(yearEnding(label)) : [label])
  const lacking = (label: Month) => window(label).filter((month) => !scope.delivered.has(month))
  const labels = scope.months.filter((label) => lacking(label).length === 0)
  const months = time ? [...new Set(labels.flatMap(window))] : scope.months
  const gaps = time ? scope.months.filter((label) => lacking(label).length > 0) : []
  const { sql, parameters } = whereSql(new Map([...request.where].filter(([dimension]) => dimension !== 'month')))
  const shared = await evidence.stream<Record<string, string> & { count: number }>(
    cellsSql(time, others, sql, sourceOf(request.by, request.where)),
    {
      ...parameters,
      months: JSON.stringify(months),
      delivered: JSON.stringify([...scope.delivered]),
      ...(time && { coverage: JSON.stringify(heldPairs(scope, months)) }),
      ...(time === 'year-ending' && { labels: JSON.stringify(labels) }),
    },
  )
  const gapRow = (label: Month): CountRow => ({
    [time!]: label,
    count: null,
    status: 'missing',
    ...(time === 'year-ending' && { missing: lacking(label) }),
  })
  const partial = partMonths(scope, months)
  for await (const block of shared) {
    const rows: CountRow[] = []
    for (const cell of block) {
      while (time && gaps.length > 0 && gaps[0]! < cell[time]!) rows.push(gapRow(gaps.shift()!))
      const lacks = time ? window(cell[time]!).flatMap((month) => partial.get(month) ?? []) : scope.missing
      rows.push({
        ...cell,
        status: lacks.length > 0 ? 'part' : 'delivered',
        ...(time && lacks.length > 0 && { missing: [...new Set(lacks)] }),
      } as CountRow)
    }
    yield rows
  }
  yield gaps.map(gapRow)
}

const heldPairs = ({ coverage }: CountScope, months: Month[]) =>
  [...coverage].flatMap(([source, held]) =>
    months.filter((month) => held.has(month)).map((month) => ({ source, month })),
  )

/** By month, the publishers in scope that did not deliver it while others did. */
function partMonths({ publishers, coverage }: CountScope, months: Month[]): Map<Month, string[]> {
  const entries = months.map(
    (month) => [month, publishers.filter((publisher) => !coverage.get(publisher)?.has(month))] as const,
  )
  return new Map(entries.filter(([, lacking]) => lacking.length > 0))
}
