import { describe, expect, it } from 'vitest'
import { Refusal } from '../refusal.ts'
import {
  areaTableHash,
  districtByCode,
  districtByName,
  districtOfLsoaName,
  districts,
  forceByCode,
  forceBySlug,
  forceOf,
  forces,
  partnershipByCode,
  partnerships,
  partnershipsOf,
  peersOf,
  populationOf,
  populationsOf,
  publisherOfForceName,
  requireDistrict,
  successions,
} from './index.ts'

describe('districts', () => {
  it('are the 296 of England and 22 of Wales, each with a police force', () => {
    expect(districts.filter(({ nation }) => nation === 'England')).toHaveLength(296)
    expect(districts.filter(({ nation }) => nation === 'Wales')).toHaveLength(22)
    for (const district of districts) expect(district.force?.code, district.name).toMatch(/^[EW]\d{8}$/)
  })

  it('E07000107 is Dartford, in Kent county, policed by Kent', () => {
    expect(districtByCode(' e07000107 ')).toMatchObject({
      name: 'Dartford',
      county: { code: 'E10000016', name: 'Kent' },
      region: { name: 'South East' },
      force: { slug: 'kent', publisher: 'Kent Police' },
    })
    expect(districtByCode('E07000107')).not.toHaveProperty('formerly')
  })

  it('a Welsh district has no county and no region', () => {
    expect(districtByCode('W06000015')).toMatchObject({ name: 'Cardiff', county: null, region: null })
  })

  it('a former code gives the present district and says so', () => {
    expect(districtByCode('E07000154')).toMatchObject({
      name: 'West Northamptonshire',
      formerly: { formerName: 'Northampton', since: 2021 },
    })
    expect(districtByCode('E08000016')).toMatchObject({ code: 'E08000038', name: 'Barnsley' })
  })

  it('every succession ends at a present district', () => {
    for (const { code } of successions) expect(districts.map((d) => d.code)).toContain(code)
  })
})

describe('districtByName', () => {
  for (const [name, code] of [
    ['dartford', 'E07000107'],
    ['Tonbridge & Malling', 'E07000115'],
    ['King’s Lynn & West Norfolk', 'E07000146'],
    ['Kings Lynn and West Norfolk', 'E07000146'],
    ['St Helens', 'E08000013'],
    ['Bristol', 'E06000023'],
    ['The Vale of Glamorgan', 'W06000014'],
    ['Shepway', 'E07000112'],
    ['Taunton Deane', 'E06000066'],
  ])
    it(`${name} is ${code}`, () => expect(districtByName(name!)?.code).toBe(code))

  it('Northumberland, whose code changed and whose name did not, is a present district', () => {
    expect(districtByName('Northumberland')).not.toHaveProperty('formerly')
  })

  it('a name nobody has gives nothing', () => expect(districtByName('Borsetshire')).toBeUndefined())
})

describe('districtOfLsoaName', () => {
  it('takes the text before the number and letter', () => {
    expect(districtOfLsoaName('Dartford 005C')?.code).toBe('E07000107')
    expect(districtOfLsoaName("King's Lynn and West Norfolk 012B")?.code).toBe('E07000146')
    expect(districtOfLsoaName('Shepway 003B')).toMatchObject({ name: 'Folkestone and Hythe' })
  })

  it('gives nothing for a name without one, or outside England and Wales', () => {
    expect(districtOfLsoaName('Dartford')).toBeUndefined()
    expect(districtOfLsoaName('')).toBeUndefined()
  })
})

describe('forces', () => {
  it('are 43 with territory, and British Transport Police with none', () => {
    expect(forces.filter(({ code }) => code)).toHaveLength(43)
    expect(forceBySlug('btp')?.code).toBeNull()
    expect(forceByCode('E23000001')?.slug).toBe('metropolitan')
    expect(forceOf('E09000001')?.slug).toBe('city-of-london')
  })

  for (const [name, slug] of [
    ['Kent Police', 'kent'],
    ['Metropolitan Police Service', 'metropolitan'],
    ['City of London Police', 'city-of-london'],
    ['Devon and Cornwall Police', 'devon-and-cornwall'],
    ['Hampshire and Isle of Wight Constabulary', 'hampshire'],
    ['Dyfed-Powys Police', 'dyfed-powys'],
    ['British Transport Police', 'btp'],
    ['Police Service of Northern Ireland', undefined],
    ['Durham Police', 'durham'],
  ])
    it(`${name} publishes as ${slug ?? 'nobody here'}`, () => expect(publisherOfForceName(name!)).toBe(slug))

  it('every force but British Transport Police has districts', () => {
    const policed = new Set(districts.map(({ force }) => force.slug))
    expect(policed.size).toBe(43)
  })
})

describe('peersOf', () => {
  it('Dartford is set beside the other 11 Kent districts and Medway, by name', () => {
    const names = peersOf('E07000107').map(({ name }) => name)
    expect(names).toHaveLength(12)
    expect(names).toEqual([...names].sort())
    expect(names).toContain('Medway')
    expect(names).not.toContain('Dartford')
  })

  it('the City of London has none', () => expect(peersOf('E09000001')).toEqual([]))
})

describe('partnerships', () => {
  it('are 314, twelve of them over several districts, and seven districts have several', () => {
    expect(partnerships).toHaveLength(314)
    expect(partnerships.filter(({ districtCodes }) => districtCodes.length > 1)).toHaveLength(12)
    expect(districts.filter(({ code }) => partnershipsOf(code).length > 1)).toHaveLength(7)
    expect(districts.filter(({ code }) => partnershipsOf(code).length === 0)).toHaveLength(0)
  })

  it('Dartford and Gravesham share E22000352', () => {
    expect(partnershipByCode('E22000352')?.districtCodes).toEqual(['E07000107', 'E07000109'])
    expect(partnershipsOf('E07000107').map(({ name }) => name)).toEqual(['Dartford and Gravesham'])
  })

  it('the partnership of Folkestone and Hythe still has its former name', () => {
    expect(partnershipsOf('E07000112').map(({ name }) => name)).toEqual(['Shepway'])
  })
})

describe('populationOf', () => {
  it('gives Dartford 114,051 near 2019 and 116,747 near 2025, each with its kind and year', () => {
    expect(populationOf('E07000107', { nearYear: 2019 })).toMatchObject({
      residents: 114_051,
      year: 2020,
      kind: 'mid-year estimate',
      aged10To17: 11_815,
    })
    expect(populationOf('E07000107', { nearYear: 2025 })).toMatchObject({
      residents: 116_747,
      year: 2021,
      kind: 'Census 2021',
      households: 45_692,
    })
    expect(populationOf('E07000107', { nearYear: 2011 })).toMatchObject({ residents: 97_400, kind: 'Census 2011' })
  })

  it('is undefined, never 0, for a place that is not known', () => {
    expect(populationOf('S12000033', { nearYear: 2020 })).toBeUndefined()
  })

  it('is known for every district in 2020 and 2021', () => {
    for (const { code, name } of districts)
      expect(
        populationsOf(code).map(({ year }) => year),
        name,
      ).toEqual(expect.arrayContaining([2020, 2021]))
  })

  it('sums to the 59.6 million residents the census published for England and Wales, within its rounding', () => {
    const total = districts.reduce((sum, { code }) => sum + populationOf(code, { nearYear: 2021 })!.residents, 0)
    expect(total).toBeGreaterThan(59_590_000)
    expect(total).toBeLessThan(59_610_000)
  })
})

describe('requireDistrict', () => {
  for (const [asked, message] of [
    ['E0700107', 'There is no district with the code "E0700107": did you mean E07000107 Dartford?'],
    ['Dartfrod', /did you mean E07000107 Dartford\?/],
    ['Shepway', /did you mean E07000112 Folkestone and Hythe\?/],
    ['E22000352', /partnership Dartford and Gravesham.*E07000107 Dartford or E07000109 Gravesham/],
    ['Kent', /the county Kent, not a district/],
    ['E23000032', /the police force area Kent/],
    ['a\nb', /"a b"/],
    ['zzz', /give a code such as E07000107/],
    ['', /give a code such as E07000107/],
  ] as const)
    it(`"${asked}" is refused in one line`, () => {
      expect(() => requireDistrict(asked)).toThrow(Refusal)
      expect(() => requireDistrict(asked)).toThrow(message)
      expect(() => requireDistrict(asked)).not.toThrow(/\n/)
    })

  it('follows a former code', () => expect(requireDistrict('E07000190').name).toBe('Somerset'))
})

it('areaTableHash is a SHA-256', () => expect(areaTableHash).toMatch(/^[0-9a-f]{64}$/))
