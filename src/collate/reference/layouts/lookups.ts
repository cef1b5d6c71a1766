import { OGL, ONS } from '../prepared-reference.ts'
import { cell, withYear } from './columns.ts'
import type { Layout } from './layout.ts'

const fromOns = { publisher: ONS, licence: OGL }

/** LSOA to district, with the best-fit ward where the file has it; census output areas collapse into their LSOA. */
export const lsoaDistrict: Layout = {
  kind: 'lsoa-district',
  needs: 'LSOA21CD, LAD24CD (and WD24CD)',
  read(columns) {
    const [lsoa, district, ward] = [columns.code('lsoa'), columns.code('district'), columns.code('ward')]
    if (!lsoa || !district) return undefined
    const areas = [withYear('LSOA', lsoa), ...(ward ? [withYear('ward', ward)] : []), withYear('district', district)]
    return {
      ...fromOns,
      vintage: areas.join(', '),
      title: areas.join(' to '),
      columns: {
        lsoa_code: cell(lsoa.column),
        lsoa_name: cell(columns.name('lsoa')?.column),
        ward_code: cell(ward?.column),
        ward_name: cell(columns.name('ward')?.column),
        district_code: cell(district.column),
        district_name: cell(columns.name('district')?.column),
      },
      optional: ['lsoa_name', 'ward_name', 'district_name', ...(ward ? [] : ['ward_code'])],
      unique: ['lsoa_code'],
      distinct: true,
    }
  },
}

/** LSOA of 2011 to LSOA of 2021, and how each changed: U unchanged, S split, M merged, X irregular. */
export const lsoaSuccession: Layout = {
  kind: 'lsoa-succession',
  needs: 'LSOA11CD, CHGIND, LSOA21CD, LAD22CD',
  read(columns) {
    const [newer, older] = columns.codes('lsoa')
    const change = columns.like(/^(chgind|change_?code)$/i)
    const district = columns.code('district')
    if (!newer?.year || !older?.year || newer.year === older.year || !change || !district) return undefined
    return {
      ...fromOns,
      vintage: `LSOA ${older.year} to ${newer.year}, ${withYear('district', district)}`,
      title: `LSOA ${older.year} to LSOA ${newer.year}`,
      columns: {
        lsoa11_code: cell(older.column),
        change: cell(change),
        lsoa21_code: cell(newer.column),
        district_code: cell(district.column),
      },
      unique: ['lsoa11_code', 'lsoa21_code'],
    }
  },
}

/** District to community safety partnership, police force, fire authority or region: many to many. */
export const areaLookup: Layout = {
  kind: 'area-lookup',
  needs: 'LAD24CD with CSP24CD and PFA24CD, FRA24CD or RGN24CD',
  read(columns) {
    const district = columns.code('district')
    const kinds = [
      ['csp', 'partnership'],
      ['police', 'police force'],
      ['fire', 'fire authority'],
      ['region', 'region'],
    ] as const
    const found = kinds.filter(([kind]) => columns.code(kind))
    if (!district || found.length === 0 || columns.code('lsoa')) return undefined
    const areas = [withYear('district', district), ...found.map(([kind, word]) => withYear(word, columns.code(kind)))]
    return {
      ...fromOns,
      vintage: areas.join(', '),
      title: areas.join(' to '),
      columns: {
        district_code: cell(district.column),
        district_name: cell(columns.name('district')?.column),
        ...Object.fromEntries(
          kinds.flatMap(([kind]) => [
            [`${kind}_code`, cell(columns.code(kind)?.column)],
            [`${kind}_name`, cell(columns.name(kind)?.column)],
          ]),
        ),
      },
      optional: ['district_name', ...kinds.flatMap(([kind]) => [`${kind}_code`, `${kind}_name`])],
      unique: ['district_code', ...found.map(([kind]) => `${kind}_code`)],
      distinct: true, // former districts of one present district may share a region or force
    }
  },
}

/** How rural or urban an LSOA is. */
export const ruralUrban: Layout = {
  kind: 'rural-urban',
  needs: 'LSOA21CD, RUC21CD',
  read(columns) {
    const [lsoa, ruc] = [columns.code('lsoa'), columns.code('ruc')]
    if (!lsoa || !ruc) return undefined
    return {
      ...fromOns,
      vintage: withYear('LSOA', lsoa),
      title: `Rural-urban classification of LSOAs${ruc.year ? ` ${ruc.year}` : ''}`,
      columns: {
        lsoa_code: cell(lsoa.column),
        class_code: cell(ruc.column),
        class: cell(columns.name('ruc')?.column ?? columns.like(/^classification$/i)),
        broad: cell(columns.like(/^(ruc|urban_?rural_?flag)$/i)),
      },
      optional: ['class', 'broad'],
      unique: ['lsoa_code'],
    }
  },
}
