/** The true minus sign, U+2212: a hyphen is too short beside tabular figures, and screen readers skip it. */
export const MINUS = '−'

/** Rounds half away from zero as people do on paper: 2.5 to 3, −2.5 to −3, and 1.005 to 1.01. */
export function roundHalfAway(value: number, places = 0): number {
  if (value === 0) return 0
  // shifted as decimal text, since 1.005 × 100 is 100.49999999999999 in binary; toFixed(12) spares exponents like 1e-7
  const shifted = Number(`${Math.abs(value).toFixed(12)}e${places}`)
  return (Math.sign(value) * Math.round(shifted)) / 10 ** places
}

/** `2,564`, `−291`, `12.3`: thousands separated, a true minus sign, exactly `places` decimal places. */
export function number(value: number, places = 0): string {
  const rounded = roundHalfAway(value, places)
  const digits = Math.abs(rounded).toLocaleString('en-GB', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  })
  return rounded < 0 ? MINUS + digits : digits
}

/** `+12`, `−291`, `0`: for a change. */
export const signed = (value: number, places = 0) =>
  (roundHalfAway(value, places) > 0 ? '+' : '') + number(value, places)

/** `38.0 %`, from the number of per cent, not the proportion. */
export const percent = (value: number, places = 1) => `${number(value, places)} %`

/** `−10.2 %`, `+34.6 %`, `0.0 %`: for a change. */
export const signedPercent = (value: number, places = 1) => `${signed(value, places)} %`
