import { Refusal } from '../../../vocabulary/refusal.ts'
import { contrast } from './contrast.ts'

/**
 * The colours a partnership may choose, as six-digit hexadecimal such as `#0b5d5e`. Everything else about the look is
 * fixed, so that a theme can never make a page unreadable.
 */
export interface ThemeTokens {
  /** header, buttons' edges, links on the home page, *this area* in charts */
  accent: string
  /** text and marque on the accent */
  accentInk: string
  /** the soft ground of panels and of the foot of the page */
  surface: string
  /** rules between rows and around panels */
  line: string
  /** links in text */
  link: string
}

export const DEFAULT_THEME: ThemeTokens = {
  accent: '#0b5d5e',
  accentInk: '#ffffff',
  surface: '#f3f7f6',
  line: '#c5d1cf',
  link: '#0b5567',
}

const HEX = /^#[0-9a-f]{6}$/i
const TEXT = 4.5 // WCAG 2.2, 1.4.3: the least contrast for ordinary text

/**
 * A whole theme from the tokens a partnership has set, checked for form and contrast.
 * @throws Refusal naming the token, when it is no colour or its contrast is too low to read
 */
export function themeFrom(tokens: Partial<ThemeTokens> = {}): ThemeTokens {
  const theme = { ...DEFAULT_THEME, ...tokens }
  for (const [name, value] of Object.entries(theme))
    if (!HEX.test(value))
      throw new Refusal(`Theme token ${name} is "${value}": give six hexadecimal digits such as #0b5d5e.`)
  const pairs = [
    ['accentInk', theme.accentInk, 'accent', theme.accent],
    ['link', theme.link, 'surface', theme.surface],
    ['accent', theme.accent, 'white', '#ffffff'],
  ] as const
  for (const [front, ink, back, ground] of pairs)
    if (contrast(ink, ground) < TEXT)
      throw new Refusal(
        `Theme token ${front} (${ink}) on ${back} (${ground}) has a contrast of ${contrast(ink, ground).toFixed(1)} to 1: choose colours with at least 4.5 to 1.`,
      )
  return theme
}
