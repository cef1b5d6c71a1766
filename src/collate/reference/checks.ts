/** What each normal column must hold: SQL that is true of a good value, and the words for it. */
const matches = (pattern: string) => (column: string) => `regexp_matches(${column}, '^${pattern}$')`

export const CHECKS: Record<string, { good: (column: string) => string; expected: string }> = {
  lsoa_code: { good: matches('[EW]01[0-9]{6}'), expected: 'an LSOA code such as E01024132' },
  lsoa11_code: { good: matches('[EW]01[0-9]{6}'), expected: 'an LSOA code such as E01024132' },
  lsoa21_code: { good: matches('[EW]01[0-9]{6}'), expected: 'an LSOA code such as E01024132' },
  change: { good: matches('[USMX]'), expected: 'U, S, M or X' },
  ward_code: { good: matches('[EW]05[0-9]{6}'), expected: 'a ward code such as E05012392' },
  district_code: { good: matches('[EW]0[6-9][0-9]{6}'), expected: 'a district code such as E07000107' },
  former_code: { good: matches('[EW]0[6-9][0-9]{6}'), expected: 'a district code such as E07000107' },
  csp_code: { good: matches('(E22|W14)[0-9]{6}'), expected: 'a partnership code such as E22000352' },
  police_code: { good: matches('(E23|W15)[0-9]{6}'), expected: 'a police force code such as E23000032' },
  fire_code: { good: matches('[EW][0-9]{8}'), expected: 'a fire authority code such as E31000022' },
  region_code: { good: matches('[EW][0-9]{8}'), expected: 'a region code such as E12000008' },
  postcode: { good: matches('[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}'), expected: 'a postcode such as DA1 1DR' },
  residents: { good: (column) => `${column} >= 0`, expected: 'a whole number of residents, 0 or more' },
  households: { good: (column) => `${column} >= 0`, expected: 'a whole number of households, 0 or more' },
  aged_10_to_17: { good: (column) => `${column} >= 0`, expected: 'a whole number of residents, 0 or more' },
  year: { good: (column) => `${column} between 1991 and 2100`, expected: 'a year' },
  rank: { good: (column) => `${column} >= 1`, expected: 'a whole rank, 1 or more' },
  decile: { good: (column) => `${column} between 1 and 10`, expected: 'a decile, 1 to 10' },
  crime_rank: { good: (column) => `${column} >= 1`, expected: 'a whole rank, 1 or more' },
  crime_decile: { good: (column) => `${column} between 1 and 10`, expected: 'a decile, 1 to 10' },
}

const present = { good: (column: string) => `${column} is not null`, expected: 'a value' }

/** SQL that is true of a good value of the normal column, and what it expects. */
export function checkOf(column: string, optional: boolean): { good: string; expected: string } {
  const { good, expected } = CHECKS[column] ?? present
  if (optional && good === present.good) return { good: 'true', expected }
  return { good: optional ? `(${column} is null or ${good(column)})` : `coalesce(${good(column)}, false)`, expected }
}
