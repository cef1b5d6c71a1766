/**
 * The scales on which a count's scatter is much the same at every level: logarithms where it grows with the level, square
 * roots where it is a Poisson count's. The small additions keep 0 on the scale (½) and steady the variance (⅜: Anscombe
 * FJ (1948), The transformation of Poisson, binomial and negative-binomial data. Biometrika 35: 246–254).
 */
export interface CountScale {
  name: 'log' | 'squareRoot'
  of(count: number): number
  back(value: number): number
  /** log of the slope of the scale at a count: makes likelihoods on different scales comparable */
  logSlope(count: number): number
}

export const COUNT_SCALES: readonly CountScale[] = [
  {
    name: 'log',
    of: (count) => Math.log(count + 0.5),
    back: (value) => Math.exp(value) - 0.5,
    logSlope: (count) => -Math.log(count + 0.5),
  },
  {
    name: 'squareRoot',
    of: (count) => 2 * Math.sqrt(count + 0.375),
    back: (value) => (value > 0 ? (value * value) / 4 : 0) - 0.375,
    logSlope: (count) => -0.5 * Math.log(count + 0.375),
  },
]
