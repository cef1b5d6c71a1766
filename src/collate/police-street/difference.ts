import { type DuckDb, literal } from '../../platform/evidence/duckdb.ts'

/** How a month's rows changed between two deliveries of it. */
export interface MonthDifference {
  month: string
  added: number
  removed: number
  outcomeChanged: number
}

/** Which rows of a converted file are one publisher's in one month. */
export interface RowsOf {
  parquet: string
  /** SQL that is true for the publisher's rows; every row when the file is one publisher's */
  where: string
}

/**
 * Compares two deliveries of the same months as multisets: rows without a Crime ID may be identical and still be separate
 * incidents, so it is their numbers that are compared. A row that is the same but for its outcome is an outcome changed.
 */
export async function differences(
  duckdb: DuckDb,
  former: RowsOf,
  later: RowsOf,
  months: string[],
): Promise<MonthDifference[]> {
  const rows = ({ parquet, where }: RowsOf) =>
    `select month, hash(falls_within, type, lsoa_code, longitude, latitude, location, crime_id) as row, coalesce(outcome, '') as outcome
     from read_parquet(${literal(parquet)}) where (${where}) and list_contains($months::varchar[], month)`
  return duckdb.rows<MonthDifference>(
    `with former as (select month, row, outcome, count(*) as n from (${rows(former)}) group by all),
          later as (select month, row, outcome, count(*) as n from (${rows(later)}) group by all),
          by_outcome as (
            select month, row, coalesce(former.n, 0) as was, coalesce(later.n, 0) as becomes
            from former full join later using (month, row, outcome)
          ),
          by_row as (
            select month, sum(was) as was, sum(becomes) as becomes, sum(least(was, becomes)) as same
            from by_outcome group by month, row
          )
     select month,
            sum(greatest(becomes - was, 0))::integer as added,
            sum(greatest(was - becomes, 0))::integer as removed,
            sum(least(was, becomes) - same)::integer as "outcomeChanged"
     from by_row group by month order by month`,
    { months: JSON.stringify(months) },
  )
}
