import { roundHalfAwayFromZero } from 'crime-statistics'

/** The true minus sign, U+2212: a hyphen is too short beside tabular figures, and screen readers skip it. */
export const MINUS = '−'

/** `2,564`, `−291`, `12.3`: thousands separated, a true minus sign, exactly `places` decimal places. */
export function number(value: number, places = 0): string {
  const rounded = roundHalfAwayFromZero(value, places)
  const digits = Math.abs(rounded).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return rounded < 0 ? MINUS + digits : digits
}

/** `+12`, `−291`, `0`: for a change. */
export const signed = (value: number, places = 0) =>
  (roundHalfAwayFromZero(value, places) > 0 ? '+' : '') + number(value, places)

/** `38.0 %`, from the number of per cent, not the proportion. */
export const percent = (value: number, places = 1) => `${number(value, places)} %`

/** `−10.2 %`, `+34.6 %`, `0.0 %`: for a change. */
export const signedPercent = (value: number, places = 1) => `${signed(value, places)} %`
