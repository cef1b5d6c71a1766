import { requireChoice, requireFinite, requireObject } from '../check-inputs.ts'

export interface CurvedScale {
  /** the figure that is worth 0 */
  zeroAt: number
  /** the figure that is worth 100; below `zeroAt` where less is worse */
  hundredAt: number
  /** above 0 the first steps from `zeroAt` count most, below 0 the last; 0, a straight line, when left out */
  curve?: number
  /** `logarithmic` makes each doubling worth the same: for counts from tens to thousands; `linear` when left out */
  scale?: 'linear' | 'logarithmic'
}

/**
 * What is a figure worth from 0 to 100, on a curve agreed and printed beforehand? Two figures are pinned, the one worth
 * 0 and the one worth 100; between them the value runs straight, bends by `curve`, or follows the logarithm. Beyond them
 * it stays at 0 or 100. Like {@link piecewiseLinearValue} it does not depend on what else is being compared.
 *
 * @formula t = (x − zeroAt)/(hundredAt − zeroAt), held within 0 to 1 (of logarithms on the logarithmic scale);
 *   v = 100·t, or 100·(1 − e^(−curve·t))/(1 − e^(−curve))
 * @use for volume, harm and other criteria whose figures span a wide range
 * @avoid with pins taken from the least and the most on the list: then the list decides again; see {@link minMaxValues}
 * @param figure the figure to be valued
 * @param scale the figures worth 0 and 100, and the bend between them
 * @returns the value, 0 to 100
 * @throws RangeError if a number is not finite, the two figures are equal, a figure on the logarithmic scale is not above
 *   0 (the figure to be valued may be 0), or curve is outside −50 to 50
 * @see Kirkwood CW (1997). Strategic Decision Making: Multiobjective Decision Analysis with Spreadsheets. Belmont: Duxbury, chapter 4.
 * @example curvedValue(100, { zeroAt: 10, hundredAt: 1000, scale: 'logarithmic' }) // 50
 * @example curvedValue(30, { zeroAt: 0, hundredAt: 100, curve: 2 }) // 52.18
 */
export function curvedValue(figure: number, scale: CurvedScale): number {
  requireObject(scale, 'scale', '{ zeroAt: 10, hundredAt: 500 }')
  const { zeroAt, hundredAt, curve = 0, scale: steps = 'linear' } = scale
  for (const [name, value] of Object.entries({ figure, zeroAt, hundredAt, curve })) requireFinite(value, name)
  if (zeroAt === hundredAt) throw new RangeError(`zeroAt and hundredAt are both ${zeroAt}: give two different figures.`)
  if (Math.abs(curve) > 50) throw new RangeError(`curve is ${curve}: give a number from −50 to 50.`)
  requireChoice(steps, 'scale.scale', ['linear', 'logarithmic'])
  const straight = steps === 'linear'
  if (!straight && (zeroAt <= 0 || hundredAt <= 0 || figure < 0))
    throw new RangeError(
      `figure is ${figure} of ${zeroAt} to ${hundredAt}: give figures above 0 on a logarithmic scale.`,
    )
  const along = straight
    ? figure / (hundredAt - zeroAt) - zeroAt / (hundredAt - zeroAt)
    : Math.log(figure / zeroAt) / Math.log(hundredAt / zeroAt)
  const t = Math.min(1, Math.max(0, along))
  return curve === 0 ? 100 * t : (100 * Math.expm1(-curve * t)) / Math.expm1(-curve)
}
