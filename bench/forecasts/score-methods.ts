import { backTest } from 'crime-statistics'
import { METHODS, type Told } from './methods.ts'

/** What the others are set against. */
const YARDSTICK = 'forecastCounts'

/**
 * One row for each method: 12 months ahead of each series from 12, 15 and 18 months ago, scored by the package's `backTest`.
 * `less forecastCounts` compares those forecasts that the method gave; in the other columns the seasonal naive one stands
 * in for those that it did not.
 */
export function scoreMethods(series: Record<string, number[]>): Record<string, string | number>[] {
  const yardstick = scored(YARDSTICK, series)
  return Object.keys(METHODS).map((name) => {
    const { tests, told } = scored(name, series)
    const origins = tests.flatMap((test) => test.origins)
    const apart = meanAndError(
      tests.flatMap((test, i) => {
        const answered = test.origins.flatMap(({ scores }, k) =>
          told[i * test.origins.length + k]!.answered
            ? [scores.mase! - yardstick.tests[i]!.origins[k]!.scores.mase!]
            : [],
        )
        return answered.length > 0 ? [meanAndError(answered).mean] : []
      }),
    )
    const mean = (of: (origin: (typeof origins)[number]) => number | null) =>
      meanAndError(origins.map((o) => of(o)!)).mean
    const milliseconds = meanAndError(told.map((one) => one.milliseconds)).mean
    return {
      Method: name,
      MASE: mean(({ scores }) => scores.mase).toFixed(3),
      'less seasonal naive': signed(mean(({ scores, seasonalNaive }) => scores.mase! - seasonalNaive.mase!)),
      'less forecastCounts (s.e.)': name === YARDSTICK ? '–' : `${signed(apart.mean)} (${apart.error.toFixed(3)})`,
      '80 %': mean(({ scores }) => scores.intervals[0]!.coverage).toFixed(2),
      '95 %': mean(({ scores }) => scores.intervals[1]!.coverage).toFixed(2),
      'MSIS 95 %': mean(({ scores }) => scores.intervals[1]!.msis).toFixed(2),
      ms: milliseconds < 0.1 ? '< 0.1' : Number(milliseconds.toPrecision(2)),
      'no answer': told.filter(({ answered }) => !answered).length,
    }
  })
}

function scored(name: string, series: Record<string, number[]>) {
  const told: Told[] = []
  const method = METHODS[name]!
  const tests = Object.values(series).map((values) =>
    backTest(values, {
      method(history, options) {
        told.push(method(history, options))
        return told.at(-1)!.forecast
      },
    }),
  )
  return { tests, told }
}

/** Mean and its standard error; a series counts once, since the years of its origins overlap. */
function meanAndError(values: number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) }
}

const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}`
