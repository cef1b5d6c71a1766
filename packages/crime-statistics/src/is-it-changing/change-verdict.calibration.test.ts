import { describe, expect, it } from 'vitest'
import { grouped, seeded } from '../../test/simulate.ts'
import { changeVerdict } from './change-verdict.ts'

const SEASON = [0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.25, 1.1, 1, 0.85, 0.7]
const SIMULATIONS = 1500

/** Share of series with no real change, only season and chance, that the rule calls a rise or a fall. */
function falseCalls(monthlyMean: number, dispersion: number): number {
  const random = seeded(20211001)
  let called = 0
  for (let i = 0; i < SIMULATIONS; i++) {
    const counts = Array.from({ length: 36 }, (_, m) => grouped(monthlyMean * SEASON[m % 12]!, dispersion, random))
    const year = (from: number) => counts.slice(from, from + 12).reduce((sum, count) => sum + count)
    const { verdict } = changeVerdict({
      current: year(24),
      currentDays: 365,
      base: year(12),
      baseDays: 365,
      months: { counts, monthsOfYear: counts.map((_, m) => (m % 12) + 1), days: counts.map(() => 30) },
    })
    if (verdict === 'rise' || verdict === 'fall') called++
  }
  return called / SIMULATIONS
}

// 95 % intervals should call about 5 % of series in which nothing changed; 1,500 simulations tell that to ±1.1 %.
describe('changeVerdict, where nothing changed', () => {
  for (const [mean, dispersion] of [
    [10, 1],
    [10, 2],
    [50, 1],
    [50, 4],
    [200, 4],
    [200, 10],
  ] as const)
    it(`calls at most about 5 % with ${mean} incidents a month and a dispersion of ${dispersion}`, () => {
      expect(falseCalls(mean, dispersion)).toBeLessThan(0.07)
    })
})
