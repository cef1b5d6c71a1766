import { roundHalfAwayFromZero } from 'crime-statistics'

const NO_BREAK = '\u00a0'

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',')

/** `2,564`, `−10.2`: thousands separated, true minus, a fixed number of decimals; minus zero is zero. */
export function numberText(value: number, decimals = 0): string {
  const fixed = roundHalfAwayFromZero(Math.abs(value), decimals).toFixed(decimals)
  const [whole, part] = fixed.split('.')
  const sign = value < 0 && Number(fixed) !== 0 ? '−' : ''
  return `${sign}${grouped(whole!)}${part ? `.${part}` : ''}`
}

/** `−10.2 %`, with a space that does not break; `signed` puts + before a rise. */
export const percentText = (value: number, decimals = 1, signed = false) =>
  `${signed && roundHalfAwayFromZero(value, decimals) > 0 ? '+' : ''}${numberText(value, decimals)}${NO_BREAK}%`

/** `16.1 to 18.4`: an interval's limits. */
export const rangeText = (lower: number, upper: number, decimals = 1) =>
  `${numberText(lower, decimals)} to ${numberText(upper, decimals)}`

/** A number a chart can draw: neither missing, NaN nor infinite. */
export const isDrawable = (value: number | null | undefined): value is number => Number.isFinite(value)
