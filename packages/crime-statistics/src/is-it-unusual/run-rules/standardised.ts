import { requireFinite, requireList, requireNotNegative, requireSameLength } from '../../check-inputs.ts'
import { observedValues } from '../charts/observed-values.ts'
import type { Standardised } from './patterns.ts'

/** Checks what every rule set is given: a series, its centre, and one sigma or one for each month. */
export function standardise(
  values: ArrayLike<number | null>,
  centre: number,
  sigma: number | ArrayLike<number>,
): Standardised {
  const observed = observedValues(values)
  requireFinite(centre, 'centre')
  if (typeof sigma === 'number') requireNotNegative(sigma, 'sigma')
  else {
    requireList(sigma, 'sigma')
    requireSameLength(sigma.length, 'sigma', observed.length, 'values')
    for (let i = 0; i < sigma.length; i++) requireNotNegative(sigma[i]!, `sigma[${i}]`)
  }
  const z = new Float64Array(observed.length)
  const steps = new Float64Array(observed.length)
  for (let i = 0; i < z.length; i++) {
    z[i] = (observed[i]! - centre) / (typeof sigma === 'number' ? sigma : sigma[i]!)
    if (i > 0) steps[i] = Math.sign(observed[i]! - observed[i - 1]!)
  }
  return { z, steps }
}
