import { expect, it } from 'vitest'
import { DARTFORD, DEMONSTRATION_DISTRICTS } from './districts.ts'
import { KENT_LSOAS, NEIGHBOUR_LSOAS } from './lsoa-table.ts'

it('holds the 902 areas of Kent and the 163 of Medway, each once', () => {
  expect(new Set(KENT_LSOAS.map(({ code }) => code)).size).toBe(1065)
  expect(KENT_LSOAS.filter(({ districtCode }) => districtCode === 'E06000035')).toHaveLength(163)
})

it('adds up to the 114,051 residents of Dartford, mid-2020 (ONS)', () => {
  const dartford = KENT_LSOAS.filter(({ districtCode }) => districtCode === DARTFORD)
  expect(dartford.reduce((sum, { population }) => sum + population, 0)).toBe(114_051)
})

it('names each area after its district as police files do, Shepway included', () => {
  for (const { name, districtCode } of KENT_LSOAS)
    expect(name).toMatch(new RegExp(`^${DEMONSTRATION_DISTRICTS.get(districtCode)} \\d{3}[A-Z]$`))
})

it('keeps the neighbours out of the demonstration’s districts', () => {
  expect(NEIGHBOUR_LSOAS.some(({ districtCode }) => DEMONSTRATION_DISTRICTS.has(districtCode))).toBe(false)
})
