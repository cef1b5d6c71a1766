import { type Loess, leastSpread } from './loess.ts'

/** Every `step`-th number of a list from `from` on: the Januaries of a series, or the whole of it. */
export interface Places {
  from: number
  step: number
}

/**
 * Smooths values into `smooth`. With robustness weights the neighbours' shares are worked out anew; a place all of
 * whose neighbours have weight 0 keeps its value, and one beyond the ends takes the smooth at the end.
 *
 * @param out place in `smooth` of the first value
 */
export function smoothInto(
  loess: Loess,
  values: Float64Array,
  weights: Float64Array | null,
  { from, step }: Places,
  smooth: Float64Array,
  out: number,
): void {
  const { places, first, count, start, nearness, kernel, degree, length } = loess
  const least = leastSpread(length)
  let unfitted = false
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    const members = count[i]!
    const table = start[i]!
    let at = from + first[i]! * step
    let fitted = 0
    if (weights === null) {
      for (let j = table; j < table + members; j++, at += step) fitted += kernel[j]! * values[at]!
    } else if (degree === 0) {
      let sum = 0
      for (let j = table; j < table + members; j++, at += step) {
        const weight = nearness[j]! * weights[at]!
        sum += weight
        fitted += weight * values[at]!
      }
      if (sum > 0) fitted /= sum
      else {
        fitted = Number.NaN
        unfitted = true
      }
    } else {
      let sum = 0
      let sumX = 0
      let sumXX = 0
      let sumY = 0
      let sumXY = 0
      let x = first[i]! - place
      for (let j = table; j < table + members; j++, at += step, x++) {
        const weight = nearness[j]! * weights[at]!
        const moment = weight * x
        sum += weight
        sumX += moment
        sumXX += moment * x
        sumY += weight * values[at]!
        sumXY += moment * values[at]!
      }
      if (sum > 0) {
        const centre = sumX / sum
        const spread = sumXX / sum - centre * centre
        fitted = sumY / sum
        if (spread > least) fitted -= (centre * (sumXY / sum - centre * fitted)) / spread
      } else {
        fitted = Number.NaN
        unfitted = true
      }
    }
    smooth[out + place * step] = fitted
  }
  if (unfitted) fillUnfitted(loess, values, { from, step }, smooth, out)
  joinFits(places, length, step, smooth, out)
}

/** Where no neighbour had a weight. */
function fillUnfitted(
  { places, length }: Loess,
  values: Float64Array,
  { from, step }: Places,
  smooth: Float64Array,
  out: number,
) {
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    if (place >= 0 && place < length && Number.isNaN(smooth[out + place * step]!))
      smooth[out + place * step] = values[from + place * step]!
  }
  if (places[0] === -1 && Number.isNaN(smooth[out - step]!)) smooth[out - step] = smooth[out]!
  if (places[places.length - 1] === length && Number.isNaN(smooth[out + length * step]!))
    smooth[out + length * step] = smooth[out + (length - 1) * step]!
}

/** Straight lines between the fitted places. */
function joinFits(places: Int32Array, length: number, step: number, smooth: Float64Array, out: number): void {
  for (let i = 1; i < places.length; i++) {
    const left = places[i - 1]!
    const gap = places[i]! - left
    if (gap < 2 || left < 0 || places[i]! === length) continue
    const base = smooth[out + left * step]!
    const rise = (smooth[out + places[i]! * step]! - base) / gap
    for (let k = 1; k < gap; k++) smooth[out + (left + k) * step] = base + rise * k
  }
}
