import { requireChoice } from '../check-inputs.ts'

/**
 * How much two ratings agree: `none` all or nothing, for names; `linear` and `quadratic` less the further apart two steps
 * of a scale are.
 */
export type AgreementWeights = 'none' | 'linear' | 'quadratic'

/** Agreement of each pair of q categories, 1 on the diagonal and 0 for those furthest apart. */
export function agreementTable(q: number, weights: AgreementWeights): number[][] {
  requireChoice(weights, 'weights', ['none', 'linear', 'quadratic'])
  const power = { none: 0, linear: 1, quadratic: 2 }[weights]
  return Array.from({ length: q }, (_, i) =>
    Array.from({ length: q }, (_, j) =>
      power === 0 ? Number(i === j) : 1 - (Math.abs(i - j) / Math.max(1, q - 1)) ** power,
    ),
  )
}
