import { describe, expect, it } from 'vitest'
import { backTest } from './back-test.ts'
import { forecastScores } from './scoring/forecast-scores.ts'
import { intervalCoverage } from './scoring/interval-coverage.ts'
import { meanAbsoluteScaledError } from './scoring/mean-absolute-scaled-error.ts'
import { meanScaledIntervalScore } from './scoring/mean-scaled-interval-score.ts'
import { rootMeanSquareScaledError } from './scoring/root-mean-square-scaled-error.ts'
import { symmetricPercentageError } from './scoring/symmetric-percentage-error.ts'
import { naiveForecast } from './simple/naive-forecast.ts'

const year = [5, 6, 9, 8, 7, 6, 5, 4, 6, 7, 8, 9]
const threeYears = [...year, ...year.map((v) => v + 1), ...year.map((v, i) => v + (i % 2))]

describe('backTest', () => {
  it('forecasts from what was known at each origin only', () => {
    const seen: number[][] = []
    const method = (history: Float64Array, { horizon }: { horizon: number }) => {
      seen.push(Array.from(history))
      return { mean: new Array<number>(horizon).fill(6), intervals: [] }
    }
    const { origins } = backTest(threeYears, { method, origins: [0, 2], horizon: 6, levels: [] })
    expect(seen).toEqual([threeYears.slice(0, 30), threeYears.slice(0, 28)])
    expect(origins.map(({ months }) => months)).toEqual([30, 28])
    // by hand: |actual − 6| for 5, 5, 6, 8, 8, 10 is 1, 1, 0, 2, 2, 4
    expect(origins[0]!.scores.meanAbsoluteError).toBeCloseTo(10 / 6, 12)
  })

  it('leaves a method no way to change the series', () => {
    const method = (history: Float64Array) => {
      history.fill(0)
      return { mean: new Array<number>(12).fill(6), intervals: [] }
    }
    const { origins } = backTest(threeYears, { method, origins: [0], levels: [] })
    expect(origins[0]!.scores.mase).toBeGreaterThan(0)
    expect(threeYears[0]).toBe(5)
  })

  it('answers null for scaled errors where history repeats itself exactly', () => {
    const test = backTest([...year, ...year, ...year.map((v) => v + 2)], { origins: [0], method: naiveForecast })
    expect([test.mase, test.seasonalNaiveMase]).toEqual([null, null])
  })

  it('refuses a series too short for its furthest origin', () => {
    expect(() => backTest(threeYears, { origins: [0, 12] })).toThrow(
      'values has 36: give more than 36, or a smaller horizon or origin.',
    )
    expect(() => backTest(threeYears, { origins: [] })).toThrow('origins is empty')
  })
})

describe('scores of a forecast', () => {
  // By hand: changes over a period of 2 are 2 and 4, mean 3, mean square 10; errors are 1 and 0.
  const history = [4, 6, 6, 10]

  it('are in units of the history’s changes from year to year', () => {
    expect(meanAbsoluteScaledError(history, [7, 9], [6, 9], 2)).toBeCloseTo(0.5 / 3, 12)
    expect(rootMeanSquareScaledError(history, [7, 9], [6, 9], 2)).toBeCloseTo(Math.sqrt(0.5 / 10), 12)
  })

  it('do not change with the unit, and percentages and shares neither', () => {
    const scaled = (values: number[]) => values.map((value) => 8 * value)
    expect(meanAbsoluteScaledError(scaled(history), [56, 72], [48, 72], 2)).toBeCloseTo(0.5 / 3, 12)
    expect(symmetricPercentageError([56, 72], [48, 72])).toBeCloseTo(symmetricPercentageError([7, 9], [6, 9]), 12)
  })

  it('count 0 for 0 as no error, and 0 for something as 200 %', () => {
    expect(symmetricPercentageError([0, 0], [0, 3])).toBe(100)
  })

  it('count limits as within', () => {
    expect(intervalCoverage([3, 8, 9], { lower: [3, 4, 4], upper: [7, 8, 8] })).toBeCloseTo(2 / 3, 12)
  })

  // By hand: widths 4 and 4; 9 lies 1 above 8: (4 + 4 + 40)/2 = 24, over 3 is 8. At 80 % the penalty is 10: 9/3.
  it('charge a miss by its distance and the level', () => {
    const limits = { lower: [3, 4], upper: [7, 8] }
    expect(meanScaledIntervalScore(history, [5, 9], { level: 0.95, ...limits }, 2)).toBeCloseTo(8, 9)
    expect(meanScaledIntervalScore(history, [5, 9], { level: 0.8, ...limits }, 2)).toBeCloseTo(3, 9)
  })

  it('are null where the history repeats itself', () => {
    const scores = forecastScores([4, 6, 4, 6], [5, 5], { mean: [4, 6], intervals: [] }, 2)
    expect(scores).toEqual({
      meanAbsoluteError: 1,
      mase: null,
      rmsse: null,
      smape: (200 / 9 + 200 / 11) / 2,
      intervals: [],
    })
  })

  it('are refused for lists that do not belong together', () => {
    expect(() => meanAbsoluteScaledError(history, [7, 9], [6], 2)).toThrow('forecast has 1 values and actual has 2')
    expect(() => meanAbsoluteScaledError(history, [7, 9], [6, 9])).toThrow('history has 4: give more than 12')
    expect(() => symmetricPercentageError([], [])).toThrow('actual is empty')
  })
})
