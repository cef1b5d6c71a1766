/** The kinds of area whose codes head a column, with the stems publishers write before the year. */
const STEMS = {
  postcode: 'pcds',
  lsoa: 'lsoa',
  ward: 'wd|ward|osward',
  district: 'lad|ltla|la|localauthoritydistrict|oslaua|laua',
  csp: 'csp',
  police: 'pfa',
  fire: 'fra',
  region: 'rgn|region',
  ruc: 'ruc',
} as const

export type AreaKind = keyof typeof STEMS

/** A column that holds area codes or names, and the year of those areas where the heading says it. */
export interface AreaColumn {
  column: string
  year?: number
}

/** One file's header, asked for columns by meaning: `LAD24CD`, `ltla24_code`, `LAD 2024 Code` are all district codes. */
export interface Columns {
  all: readonly string[]
  codes(kind: AreaKind): AreaColumn[]
  /** the newest codes of the kind; those with no year only when there are no others */
  code(kind: AreaKind): AreaColumn | undefined
  /** names of the areas that `code` gives */
  name(kind: AreaKind): AreaColumn | undefined
  /** the first column whose heading matches */
  like(pattern: RegExp): string | undefined
}

const squeezed = (heading: string) => heading.toLowerCase().replace(/[^a-z0-9]/g, '')
const fullYear = (digits: string) => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

function areaColumns(all: readonly string[], kind: AreaKind, part: 'cd|code' | 'nm|name'): AreaColumn[] {
  const year = '(20\\d\\d|\\d\\d)'
  // The postcode directories head columns of codes `lsoa21` and `oslaua`, with neither CD nor a word for it.
  const bare = part === 'cd|code' ? `|(?:lsoa)${year}|(?:oslaua|osward|laua|ward|pcds)` : ''
  const pattern = new RegExp(`^(?:(?:${STEMS[kind]})${year}?(?:${part})${year}?${bare})$`)
  const stem = new RegExp(`^(?:${STEMS[kind]})`)
  return all
    .map((column) => ({ column, text: squeezed(column) }))
    .filter(({ text }) => stem.test(text))
    .flatMap(({ column, text }) => {
      const found = pattern.exec(text)
      const digits = found?.slice(1).find(Boolean)
      return found ? [{ column, ...(digits ? { year: fullYear(digits) } : {}) }] : []
    })
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0))
}

/** Reads a header by meaning. */
export function columnsOf(header: readonly string[]): Columns {
  const codes = (kind: AreaKind) => areaColumns(header, kind, 'cd|code')
  return {
    all: header,
    codes,
    code: (kind) => codes(kind)[0],
    name: (kind) => {
      const year = codes(kind)[0]?.year
      const names = areaColumns(header, kind, 'nm|name')
      return names.find((name) => name.year === year) ?? names[0]
    },
    like: (pattern) => header.find((heading) => pattern.test(heading.trim())),
  }
}

/** A column as SQL: blank and `NA` cells are absent. */
export const cell = (column: string | undefined) =>
  column === undefined ? 'null::varchar' : `nullif(nullif(trim("${column.replaceAll('"', '""')}"), ''), 'NA')`

/**
 * A column of whole numbers as SQL: thousands separators allowed; anything else becomes null, which the checks refuse.
 * The digits are looked for because DuckDB would read `12.5` as 13.
 */
export const whole = (column: string) => {
  const digits = `replace(${cell(column)}, ',', '')`
  return `case when regexp_full_match(${digits}, '[0-9]+') then try_cast(${digits} as integer) end`
}
export const decimal = (column: string | undefined) => `try_cast(${cell(column)} as double)`

/** `LSOA 2021`; `LSOA` alone when the heading names no year. */
export const withYear = (word: string, area: AreaColumn | undefined) => (area?.year ? `${word} ${area.year}` : word)
