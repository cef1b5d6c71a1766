import type { ForecastMethod } from 'crime-statistics'

/** Its searches print hundreds of warnings, by the `console.log` that is there when it starts. */
const { log } = console
console.log = () => {}
const { default: ARIMA } = await import('arima')
console.log = log

/** Two-sided points of the normal distribution for the levels asked for here. */
const Z: Record<number, number> = { 0.8: 1.2815515655446004, 0.95: 1.959963984540054 }

/** Orders searched for as the library does it without further options, by steps. */
export const npmAutoArima = arimaOf({ auto: true })

/** Its other search: the best of its options that were tried on the reference file, and the slowest. */
export const npmOtherArima = arimaOf({ auto: true, search: 0 })

/**
 * The airline model, (0,1,1)(0,1,1): the library's own advice where its search goes astray is to name the orders. It
 * takes 37 months or more.
 */
export const npmAirline = arimaOf({ p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1 })

function arimaOf(orders: ConstructorParameters<typeof ARIMA>[0]): ForecastMethod {
  return (history, { horizon, levels, period }) => {
    const model = new ARIMA({ ...orders, s: period, verbose: false })
    try {
      const [mean, variances] = model.train(Array.from(history)).predict(horizon)
      return {
        mean,
        intervals: levels.map((level) => ({
          level,
          lower: mean.map((value, i) => value - Z[level]! * Math.sqrt(variances[i]!)),
          upper: mean.map((value, i) => value + Z[level]! * Math.sqrt(variances[i]!)),
        })),
      }
    } finally {
      model.destroy()
    }
  }
}
