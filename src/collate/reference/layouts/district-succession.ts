import { OGL, ONS } from '../prepared-reference.ts'
import { cell } from './columns.ts'
import type { Layout } from './layout.ts'

/** Former district codes and names with the newest: a list of every code, or a column pair for each year. */
export const districtSuccession: Layout = {
  kind: 'district-succession',
  needs: 'LADCD, LADNM, LADCD_ACTIVE; or ltla16_code, ltla16_name … ltla24_code, ltla24_name',
  read(columns) {
    const common = {
      publisher: ONS,
      licence: OGL,
      keep: { where: `regexp_matches(former_code, '^[EW]')`, others: 'rows outside England and Wales or blank' },
      unique: ['former_code', 'former_name', 'district_code'],
      distinct: true,
    }
    const active = columns.like(/^ladcd_active$/i)
    const [code, name] = [columns.like(/^ladcd$/i), columns.like(/^ladnm$/i)]
    if (active && code && name)
      return {
        ...common,
        vintage: 'every code since 2011',
        title: 'Present and former districts',
        columns: { former_code: cell(code), former_name: cell(name), district_code: cell(active) },
      }
    const years = columns.codes('district')
    if (years.length < 2 || columns.code('lsoa')) return undefined
    const pairs = years.flatMap(({ column, year }) => {
      const named = columns.all.find(
        (other) =>
          other.toLowerCase() === column.toLowerCase().replace(/(code|cd)$/, (part) => (part === 'cd' ? 'nm' : 'name')),
      )
      return year && named
        ? [
            `select ${cell(column)} as former_code, ${cell(named)} as former_name, ${cell(years[0]!.column)} as now from source`,
          ]
        : []
    })
    if (pairs.length < 2) return undefined
    return {
      ...common,
      vintage: `${years.at(-1)!.year} to ${years[0]!.year}`,
      title: `Districts year by year, ${years.at(-1)!.year} to ${years[0]!.year}`,
      from: `(${pairs.join(' union ')})`,
      columns: { former_code: 'former_code', former_name: 'former_name', district_code: 'now' },
    }
  },
}
