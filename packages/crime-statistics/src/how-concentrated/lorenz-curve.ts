import { requireWholeFrom } from '../check-inputs.ts'
import { sortedPlaces, totalOf } from './place-counts.ts'

export interface LorenzCurve {
  /** share of all places, from 0 to 1, least crime first */
  placeShare: number[]
  /** share of crime at those places, from 0 to 1 */
  crimeShare: number[]
}

/**
 * What share of crime is at the quietest 10 %, 20 %, … of places? The points of the Lorenz curve, to be drawn against
 * the diagonal on which every place has the same. Between two places the curve is a straight line.
 *
 * @formula L(k/parts) = crime at the k·n/parts places with least, part of a place in proportion, over all crime
 * @use to draw concentration, or to read one share off it
 * @avoid to compare many areas at a glance: curves cross; give one figure such as {@link placesHoldingShare}
 * @param counts crime (or harm) of each place, 0 or more, in any order; one value for every place, 0 where there was none
 * @param parts number of equal parts the places are cut into; 10 (deciles) when left out. Give the number of places for
 *   every point of the curve
 * @returns parts + 1 points, the first 0 and the last 1; null when there is no crime at all
 * @throws TypeError if counts is not a list of numbers; RangeError if it is empty, a value is below 0 or not finite, or
 *   parts is not a whole number from 1
 * @see Lorenz MO (1905). Methods of measuring the concentration of wealth. Publications of the American Statistical Association 9: 209–219. doi:10.2307/2276207
 * @example lorenzCurve([3, 1, 1, 0, 0, 0, 0, 0, 0, 0], 5) // { placeShare: [0, 0.2, 0.4, 0.6, 0.8, 1], crimeShare: [0, 0, 0, 0, 0.2, 1] }
 */
export function lorenzCurve(counts: ArrayLike<number>, parts = 10): LorenzCurve | null {
  const sorted = sortedPlaces(counts)
  requireWholeFrom(parts, 'parts', 1)
  const total = totalOf(sorted)
  if (!(total > 0)) return null
  const placeShare = [0]
  const crimeShare = [0]
  let below = 0
  let next = 0
  for (let part = 1; part < parts; part++) {
    const places = (part * sorted.length) / parts
    const whole = Math.floor(places)
    while (next < whole) below += sorted[next++]! / total
    placeShare.push(part / parts)
    crimeShare.push(Math.min(1, below + ((places - whole) * sorted[whole]!) / total))
  }
  return { placeShare: [...placeShare, 1], crimeShare: [...crimeShare, 1] }
}
