import { expect, it } from 'vitest'
import { changeInterval, interval, recordedChange } from './change.ts'

it('recordedChange says how many fewer and the percentage', () =>
  expect(recordedChange(2564, 2855, 'the year before')).toBe('291 fewer than the year before, −10.2 %'))
it('recordedChange says how many more', () =>
  expect(recordedChange(2564, 1905, '2019')).toBe('659 more than 2019, +34.6 %'))
it('recordedChange gives no percentage of none', () =>
  expect(recordedChange(3, 0, 'the year before')).toBe('3 more than the year before, when there were none'))
it('recordedChange says when nothing changed', () =>
  expect(recordedChange(7, 7, 'the year before')).toBe('the same as the year before'))
it('changeInterval puts the signs into words', () =>
  expect(changeInterval({ lower: -23.8, upper: 5.9 })).toBe('between 23.8 % fewer and 5.9 % more'))
it('interval keeps the unit’s own numbers', () => expect(interval({ lower: 12.1, upper: 13.44 })).toBe('12.1 to 13.4'))
