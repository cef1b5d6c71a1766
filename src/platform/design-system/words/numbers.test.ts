import { expect, it } from 'vitest'
import { number, percent, signed, signedPercent } from './numbers.ts'

it('rounds half away from zero on either side', () => {
  expect([2.5, -2.5].map((n) => number(n))).toEqual(['3', '\u22123'])
  expect(number(1.005, 2)).toBe('1.01')
  expect(number(1e-9, 1)).toBe('0.0')
})

it('number(2564) separates thousands', () => expect(number(2564)).toBe('2,564'))
it('number(−291) has a true minus sign', () => expect(number(-291)).toBe('\u2212291'))
it('number(−0.04, 1) is 0.0, without a sign', () => expect(number(-0.04, 1)).toBe('0.0'))
it('signed(12) says it is more', () => expect(signed(12)).toBe('+12'))
it('signed(0) has no sign', () => expect(signed(0)).toBe('0'))
// Dartford Community Safety Strategy 2022-25: 2,564 incidents against 2,855 is −10.2 %, against 1,905 +34.6 %.
it('signedPercent gives the published changes', () => {
  expect(signedPercent((100 * (2564 - 2855)) / 2855)).toBe('\u221210.2 %')
  expect(signedPercent((100 * (2564 - 1905)) / 1905)).toBe('+34.6 %')
})
it('percent(38) keeps its decimal place', () => expect(percent(38)).toBe('38.0 %'))
