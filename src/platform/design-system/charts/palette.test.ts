import { expect, it } from 'vitest'
import * as palette from './palette.ts'

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}
const { PAPER, INK, MUTED_INK, ACCENT, OTHER, HATCH, SEQUENTIAL } = palette

it('text colours stand at 4.5:1 on paper', () => {
  for (const colour of [INK, MUTED_INK, ACCENT]) expect(contrast(colour, PAPER)).toBeGreaterThan(4.5)
})

it('marks stand at 3:1 on paper, and the line also on the tints and the band it crosses', () => {
  for (const colour of [ACCENT, OTHER, HATCH]) expect(contrast(colour, PAPER)).toBeGreaterThan(3)
  for (const under of [palette.GREY_TINT, palette.ACCENT_TINT, palette.EVENT_TINT, palette.GREY_BAND])
    expect(contrast(ACCENT, under)).toBeGreaterThan(3)
})

it('names on the map stand at 4.5:1 on every class', () => {
  SEQUENTIAL.forEach((colour, i) => {
    expect(contrast(i < 3 ? INK : PAPER, colour)).toBeGreaterThan(4.5)
  })
})

it('each class of the map is darker than the one before, enough to tell apart in grey', () => {
  for (const [i, colour] of SEQUENTIAL.slice(1).entries()) expect(contrast(SEQUENTIAL[i]!, colour)).toBeGreaterThan(1.3)
})
