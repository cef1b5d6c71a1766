import { describe, expect, it } from 'vitest'
import { logRatioInterval } from './log-ratio-interval.ts'

describe('logRatioInterval', () => {
  it('2,564 against 1,905 is 1.346, 1.268 to 1.428, at φ = 1', () => {
    const { ratio, interval, p } = logRatioInterval(2564, 365, 1905, 365, 1)
    expect(ratio).toBeCloseTo(1.34593175853018, 13) // R 4.2.2
    expect(interval.lower).toBeCloseTo(1.26845708113942, 12)
    expect(interval.upper).toBeCloseTo(1.42813842545851, 12)
    expect(p / 9.08477133168264e-23).toBeCloseTo(1, 10)
  })

  it('four times the dispersion doubles the width on the log scale', () => {
    const width = (phi: number) => {
      const { lower, upper } = logRatioInterval(40, 365, 60, 366, phi).interval
      return Math.log(upper / lower)
    }
    expect(width(4)).toBeCloseTo(2 * width(1), 12)
  })

  it('keeps its limits numbers under a dispersion out of all proportion', () => {
    const { interval } = logRatioInterval(1, 1, 1, 1, 1e300)
    expect(interval.lower > 0 && interval.upper < Infinity).toBe(true)
  })

  it('refuses a count of 0, whose logarithm has no interval', () => {
    expect(() => logRatioInterval(0, 1, 5, 1, 2)).toThrow(
      'a is 0 and b is 5: give counts of 1 or more, or use compareCounts',
    )
    expect(() => logRatioInterval(1, 1, 5, 1, 0)).toThrow('phi is 0: give a finite number above 0.')
  })
})
