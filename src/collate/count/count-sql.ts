import type { SqlParameters } from '../../platform/evidence/duckdb.ts'
import { type Dimension, NO_LOCATION } from './count-request.ts'

/** A filter as SQL over `offence_count`: any of a dimension's values, and every dimension. */
export function whereSql(where: Map<Dimension, string[]>): { sql: string; parameters: SqlParameters } {
  const parameters: SqlParameters = {}
  const conditions = [...where].map(([dimension, values], i) => {
    const codes = values.filter((value) => value !== NO_LOCATION)
    parameters[`values${i}`] = JSON.stringify(codes)
    const listed = `list_contains($values${i}::varchar[], "${dimension}"::varchar)`
    return codes.length < values.length ? `(${listed} or "${dimension}" is null)` : listed
  })
  return { sql: conditions.join(' and ') || 'true', parameters }
}

const quoted = (dimensions: string[]) => dimensions.map((dimension) => `"${dimension}"`)

/** The counted cells, unless outcomes are asked for: those are on the rows. */
export const sourceOf = (by: Dimension[], where: Map<Dimension, string[]>) =>
  by.includes('outcome') || where.has('outcome') ? 'offence' : 'offence_count'

/**
 * SQL for the cells. With a time and other dimensions every combination that a publisher ever recorded in scope has a cell in
 * every month that publisher delivered, 0 when nothing was recorded: most areas have months without a row. An LSOA has cells
 * only in years in which its code stands on some row at all, since codes end and begin (2011 and 2021 zones).
 */
export function cellsSql(time: Dimension | undefined, others: Dimension[], where: string, source: string): string {
  const columns = quoted(others)
  const list = (prefix = '') => columns.map((column) => `${prefix}${column}`).join(', ')
  const scope = `scope as (
      select publisher as source, * from ${source}
      where ${where} and list_contains($months::varchar[], "month"::varchar) and list_contains($delivered::varchar[], "month"::varchar)
    )`
  if (!time)
    return `with ${scope} select ${list()}, sum(n)::integer as "count" from scope group by all order by ${list()}`
  const windows =
    time === 'month'
      ? `"window" as (select "month" as label, "month" from held group by all)`
      : `"window" as (
           select label, strftime(make_date(left(label, 4)::integer, right(label, 2)::integer, 1) - to_months(back), '%Y-%m') as "month"
           from (select unnest($labels::varchar[]) as label), (select unnest(range(12)) as back)
         )`
  const held = `held as (
      select source, "month" from (select unnest(from_json($coverage, '[{"source":"VARCHAR","month":"VARCHAR"}]'), recursive := true))
    )`
  // with nothing but a time asked, a month in which nothing was recorded still has its cell
  const combinations = `combination as (select distinct source${columns.length > 0 ? `, ${list()} from scope` : ' from held'})`
  const cells = `cell as (select "month"::varchar as "month", source, ${columns.length > 0 ? `${list()}, ` : ''}sum(n) as n from scope group by all)`
  const inUse = others.includes('lsoa')
    ? `join (select distinct lsoa, left("month"::varchar, 4) as year from offence_count) as used
         on used.lsoa is not distinct from combination.lsoa and used.year = left(held."month", 4)`
    : ''
  const same = columns.map((column) => `and cell.${column} is not distinct from combination.${column}`).join(' ')
  const labelled = columns.length > 0 ? `${list('combination.')}, ` : ''
  return `with ${scope}, ${held}, ${windows}, ${combinations}, ${cells}
    select "window".label as "${time}", ${labelled}coalesce(sum(cell.n), 0)::integer as "count"
    from "window" join held on held."month" = "window"."month" join combination on combination.source = held.source ${inUse}
    left join cell on cell."month" = held."month" and cell.source = held.source ${same}
    group by "window".label${columns.length > 0 ? `, ${list('combination.')}` : ''}
    order by "window".label${columns.length > 0 ? `, ${list('combination.')}` : ''}`
}
