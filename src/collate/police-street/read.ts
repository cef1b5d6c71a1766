import { literal } from '../../platform/evidence/duckdb.ts'
import { POLICE_STREET_COLUMNS } from './layout.ts'
import { BROKEN_SQL, BROKEN_VALUES, type StreetRow } from './rules.ts'

const COLUMNS = POLICE_STREET_COLUMNS.map((column) => `'${column}': 'VARCHAR'`).join(', ')

/** The file as twelve columns of text, an empty field as NULL. Strict: a row with another number of fields is an error. */
const csv = (path: string) =>
  `read_csv(${literal(path)}, header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
            strict_mode = true, max_line_size = 1048576, columns = {${COLUMNS}})`

/**
 * SQL that writes the file's rows as the evidence keeps them. `Reported by` repeats `Falls within`, `Context` is always
 * empty: both are left out. A Crime ID is 64 hexadecimal digits, kept as 32 bytes; what is not hexadecimal is kept as it is.
 * `broken` marks rows that break a rule, so that one scan both converts and judges.
 */
export const convertSql = (path: string, parquet: string) => `
  copy (
    select "Month" as month,
           "Falls within" as falls_within,
           "Crime type" as type,
           "LSOA code" as lsoa_code,
           "LSOA name" as lsoa_name,
           "Last outcome category" as outcome,
           try_cast("Longitude" as decimal(9, 6)) as longitude,
           try_cast("Latitude" as decimal(9, 6)) as latitude,
           "Location" as location,
           coalesce(try(unhex("Crime ID")), encode("Crime ID")) as crime_id,
           ${BROKEN_SQL} as broken
    from ${csv(path)}
  ) to ${literal(parquet)} (format parquet)`

const KEPT_AS: Partial<Record<keyof StreetRow, string>> = {
  Month: 'month',
  'Falls within': 'falls_within',
  'Crime type': 'type',
  'LSOA code': 'lsoa_code',
  'LSOA name': 'lsoa_name',
  'Last outcome category': 'outcome',
}

/** SQL that counts what is broken in the converted file: rows marked as they were read, and values of the few-valued columns. */
export const brokenCountSql = (parquet: string) => `
  select (
    (select count(*) filter (broken) from read_parquet(${literal(parquet)}))
    ${BROKEN_VALUES.map(
      ({ column, sql }) =>
        `+ (select count(*) from (select distinct ${KEPT_AS[column]} as "${column}" from read_parquet(${literal(parquet)})) where ${sql})`,
    ).join('\n    ')}
  )::integer as broken`

/** Columns of the file that never reach the evidence. */
export const DROPPED_COLUMNS = ['Reported by', 'Context']
