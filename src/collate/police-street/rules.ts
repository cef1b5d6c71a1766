import type { POLICE_STREET_COLUMNS } from './layout.ts'

/** A row of the file by column name; an empty field is ''. */
export type StreetRow = Record<(typeof POLICE_STREET_COLUMNS)[number], string>

/**
 * What a row must satisfy. Each rule is written twice: as SQL for the scan of every row, and as a function that names
 * the column when a file turns out to hold bad rows. `rules.test.ts` holds the two against each other.
 */
export interface Rule {
  column: keyof StreetRow
  expected: string
  /** true for a good row; a column is NULL where the field is empty */
  sql: string
  /**
   * the rule looks at one column of few values: it is tried on each value once the file is Parquet, not on each row, since a
   * regular expression on every row takes a third as long as reading the file
   */
  byValue?: true
  holds(row: StreetRow): boolean
}

/**
 * A decimal as DuckDB reads one into decimal(9, 6): halves rounded away from nought; spaces before it, a sign, a small
 * exponent and `_` between digits are let pass.
 */
function decimal(text: string): number {
  const plain = text.replace(/^[\t-\r ]+/, '').replace(/(?<=\d)_(?=\d)/g, '')
  const [, mantissa, exponent = '0'] = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:e([+-]?\d+))?$/i.exec(plain) ?? []
  if (!mantissa || Math.abs(Number(mantissa)) >= 999.9999995 || (Number(exponent) > 3 && Number(mantissa) !== 0))
    return Number.NaN
  const value = Number(plain)
  return (Math.sign(value) * Math.round(Math.abs(value) * 1e6)) / 1e6
}
const within = (text: string, low: number, high: number) =>
  text === '' || (/[0-9]$/.test(text) && decimal(text) >= low && decimal(text) <= high)

/** DuckDB casts a lone sign with a space after it to 0, which is a longitude: hence the digit at the end. */
const numberIn = (column: string, low: number, high: number) =>
  `"${column}" is null or coalesce("${column}"[-1] between '0' and '9' and try_cast("${column}" as decimal(9, 6)) between ${low} and ${high}, false)`

/** The British Isles with their seas: anything outside is a slip of columns or digits. */
export const LONGITUDES = [-9, 2.5] as const
export const LATITUDES = [49, 61.5] as const

export const RULES: Rule[] = [
  {
    column: 'Month',
    byValue: true,
    expected: 'a month as YYYY-MM',
    sql: `regexp_full_match("Month", '20[0-9]{2}-(0[1-9]|1[0-2])')`,
    holds: (row) => /^20\d{2}-(0[1-9]|1[0-2])$/.test(row.Month),
  },
  {
    column: 'Falls within',
    byValue: true,
    expected: 'the name of a police force, of at most 100 characters',
    sql: `regexp_matches("Falls within", '[A-Za-z]') and length("Falls within") <= 100`,
    holds: (row) => /[A-Za-z]/.test(row['Falls within']) && [...row['Falls within']].length <= 100,
  },
  {
    column: 'Crime type',
    byValue: true,
    expected: 'a crime type of at most 60 characters',
    sql: `length("Crime type") <= 60`,
    holds: (row) => row['Crime type'] !== '' && [...row['Crime type']].length <= 60,
  },
  {
    column: 'Longitude',
    expected: `a longitude from ${LONGITUDES.join(' to ')}`,
    sql: numberIn('Longitude', ...LONGITUDES),
    holds: (row) => within(row.Longitude, ...LONGITUDES),
  },
  {
    column: 'Latitude',
    expected: `a latitude from ${LATITUDES.join(' to ')}`,
    sql: numberIn('Latitude', ...LATITUDES),
    holds: (row) => within(row.Latitude, ...LATITUDES),
  },
  {
    column: 'Latitude',
    expected: 'a latitude wherever there is a longitude, and neither or both',
    sql: `("Longitude" is null) = ("Latitude" is null)`,
    holds: (row) => (row.Longitude === '') === (row.Latitude === ''),
  },
  {
    column: 'LSOA code',
    byValue: true,
    expected: 'an area code such as E01024132, or nothing',
    sql: `"LSOA code" is null or regexp_full_match("LSOA code", '[A-Z0-9]{8,9}')`,
    holds: (row) => row['LSOA code'] === '' || /^[A-Z0-9]{8,9}$/.test(row['LSOA code']),
  },
  {
    column: 'LSOA name',
    expected: 'an LSOA name wherever there is an LSOA code, and neither or both',
    sql: `("LSOA code" is null) = ("LSOA name" is null)`,
    holds: (row) => (row['LSOA code'] === '') === (row['LSOA name'] === ''),
  },
  {
    column: 'LSOA name',
    byValue: true,
    expected: 'an LSOA name of at most 100 characters',
    sql: `"LSOA name" is null or length("LSOA name") <= 100`,
    holds: (row) => [...row['LSOA name']].length <= 100,
  },
  {
    column: 'Last outcome category',
    byValue: true,
    expected: 'an outcome of at most 100 characters',
    sql: `"Last outcome category" is null or length("Last outcome category") <= 100`,
    holds: (row) => [...row['Last outcome category']].length <= 100,
  },
  {
    column: 'Crime ID',
    expected: 'a Crime ID of at most 64 characters',
    sql: `"Crime ID" is null or length("Crime ID") <= 64`,
    holds: (row) => [...row['Crime ID']].length <= 64,
  },
  {
    column: 'Location',
    expected: 'a location of at most 200 characters',
    sql: `"Location" is null or length("Location") <= 200`,
    holds: (row) => [...row.Location].length <= 200,
  },
]

const brokenSql = (rules: Rule[]) => `not coalesce(${rules.map(({ sql }) => `(${sql})`).join(' and ')}, false)`

/** SQL that is true for a row that breaks a rule, those by value apart; NULL counts as broken. */
export const BROKEN_SQL = brokenSql(RULES.filter(({ byValue }) => !byValue))

/** The rules tried on each value of a column: the column, and SQL that is true for a value that breaks one. */
export const BROKEN_VALUES = Object.entries(
  Object.groupBy(
    RULES.filter(({ byValue }) => byValue),
    ({ column }) => column,
  ),
).map(([column, rules]) => ({ column: column as keyof StreetRow, sql: brokenSql(rules!) }))
