import { expect, it } from 'vitest'
import { contrast } from './contrast.ts'
import { DEFAULT_THEME, themeFrom } from './theme.ts'

it('contrast of black and white is 21 to 1, of a colour with itself 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#0b5d5e', '#0b5d5e')).toBe(1)
})

it('a partnership that sets nothing gets the deep teal', () => expect(themeFrom()).toEqual(DEFAULT_THEME))

it('a partnership may change one token', () => expect(themeFrom({ accent: '#4c2c92' }).accent).toBe('#4c2c92'))

it('refuses what is not a colour, naming the token', () =>
  expect(() => themeFrom({ line: 'red;}' })).toThrow('Theme token line is "red;}"'))

it('refuses an accent too pale to read white text on', () =>
  expect(() => themeFrom({ accent: '#ffdd00' })).toThrow('contrast'))
