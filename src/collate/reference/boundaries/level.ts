import type { AreaColumn } from '../layouts/columns.ts'

export type Level = 'lsoa' | 'msoa' | 'ward' | 'district' | 'force'

/** Levels with the property names of their codes, the finest first: a ward's properties also name its district. */
const LEVELS: readonly { level: Level; stems: string; code: RegExp }[] = [
  { level: 'lsoa', stems: 'lsoa', code: /^[EW]01\d{6}$/ },
  { level: 'msoa', stems: 'msoa', code: /^[EW]02\d{6}$/ },
  { level: 'ward', stems: 'wd|ward', code: /^[EW]05\d{6}$/ },
  { level: 'district', stems: 'lad|ltla', code: /^[EW]0[6-9]\d{6}$/ },
  { level: 'force', stems: 'pfa', code: /^(E23|W15)\d{6}$/ },
]

/** Which areas a file outlines, and the properties that hold their codes, names and district. */
export interface LevelProperties {
  level: Level
  year: number
  code: string
  name?: string
  district?: string
  isCode: RegExp
}

const propertyOf = (names: string[], stems: string, part: string): AreaColumn | undefined => {
  const pattern = new RegExp(`^(?:${stems})(\\d\\d)_?(?:${part})$`, 'i')
  const found = names.flatMap((column) => {
    const digits = pattern.exec(column)?.[1]
    return digits ? [{ column, year: 2000 + Number(digits) }] : []
  })
  return found.sort((a, b) => b.year - a.year)[0]
}

/** Finds the level from the property names of the first feature; undefined when they name no area that is read. */
export function levelOf(properties: Record<string, unknown>): LevelProperties | undefined {
  const names = Object.keys(properties)
  for (const { level, stems, code: isCode } of LEVELS) {
    const code = propertyOf(names, stems, 'cd|code')
    if (!code?.year) continue
    return {
      level,
      year: code.year,
      code: code.column,
      name: propertyOf(names, stems, 'nm|name')?.column,
      district:
        propertyOf(names, 'lad|ltla', 'cd|code')?.column ?? names.find((name) => /^ladcd(_active)?$/i.test(name)),
      isCode,
    }
  }
  return undefined
}
