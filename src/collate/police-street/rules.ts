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
  holds(row: StreetRow): boolean
}

const decimal = (text: string) => (/^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)
const within = (text: string, low: number, high: number) =>
  text === '' || (decimal(text) >= low && decimal(text) <= high)

const DECIMAL_SQL = String.raw`-?[0-9]{1,3}(\.[0-9]+)?`
const numberIn = (column: string, low: number, high: number) =>
  `"${column}" is null or (regexp_full_match("${column}", '${DECIMAL_SQL}') and try_cast("${column}" as double) between ${low} and ${high})`

/** The British Isles with their seas: anything outside is a slip of columns or digits. */
export const LONGITUDES = [-9, 2.5] as const
export const LATITUDES = [49, 61.5] as const

export const RULES: Rule[] = [
  {
    column: 'Month',
    expected: 'a month as YYYY-MM',
    sql: `regexp_full_match("Month", '20[0-9]{2}-(0[1-9]|1[0-2])')`,
    holds: (row) => /^20\d{2}-(0[1-9]|1[0-2])$/.test(row.Month),
  },
  {
    column: 'Falls within',
    expected: 'the name of a police force',
    sql: `"Falls within" is not null`,
    holds: (row) => row['Falls within'] !== '',
  },
  {
    column: 'Crime type',
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
    column: 'Location',
    expected: 'a location of at most 200 characters',
    sql: `"Location" is null or length("Location") <= 200`,
    holds: (row) => [...row.Location].length <= 200,
  },
]

/** SQL that is true for a row that breaks any rule; NULL counts as broken. */
export const BROKEN_SQL = `not coalesce(${RULES.map(({ sql }) => `(${sql})`).join(' and ')}, false)`
