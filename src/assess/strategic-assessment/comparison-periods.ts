import { addMonths, type Month, monthsOf, type Period, yearEnding } from '../../vocabulary/period/month.ts'

/** The last year that no month of the Covid restrictions touches: what *pre-pandemic* means, ending in the same month. */
const LAST_BEFORE_PANDEMIC: Month = '2020-02'

/** The periods an assessment sets against each other. */
export interface AssessmentPeriods {
  current: Period
  previous: Period
  baseline: Period
  /** why this baseline */
  baselineReason: string
}

/**
 * The year before, and a baseline year: the one asked for, else the last year before the pandemic that was delivered whole,
 * else the earliest year of which anything was delivered.
 */
export function assessmentPeriods(to: Month, delivered: Set<Month>, baselineTo?: Month): AssessmentPeriods {
  const current = yearEnding(to)
  const previous = yearEnding(addMonths(to, -12))
  if (baselineTo) return { current, previous, baseline: yearEnding(baselineTo), baselineReason: 'chosen' }
  const earlier = Array.from({ length: 40 }, (_, back) => yearEnding(addMonths(to, -12 * (back + 1))))
  const whole = (period: Period) => monthsOf(period).every((month) => delivered.has(month))
  const some = (period: Period) => monthsOf(period).some((month) => delivered.has(month))
  const before = earlier.find((period) => period.to <= LAST_BEFORE_PANDEMIC && whole(period))
  if (before) return { current, previous, baseline: before, baselineReason: 'the last whole year before the pandemic' }
  const earliest = earlier.findLast(some)
  return {
    current,
    previous,
    baseline: earliest ?? previous,
    baselineReason: earliest ? 'the earliest year of which months were delivered' : 'the year before',
  }
}

/** Two runs of the same months, both delivered: what can honestly be compared when the whole years cannot. */
export interface LikeForLike {
  period: Period
  base: Period
}

/**
 * The longest run of months within the two years that both have, month for month; undefined when the whole years can be
 * compared, or nothing can.
 */
export function likeForLike(current: Period, base: Period, delivered: Set<Month>): LikeForLike | undefined {
  const pairs = monthsOf(current).map((month, i) => ({ month, against: addMonths(base.from, i) }))
  const runs: (typeof pairs)[] = []
  let run: typeof pairs = []
  for (const pair of pairs) {
    if (delivered.has(pair.month) && delivered.has(pair.against)) {
      if (run.length === 0) runs.push(run)
      run.push(pair)
    } else run = []
  }
  const longest = runs.sort((a, b) => b.length - a.length)[0]
  if (!longest || longest.length === 12) return undefined
  return {
    period: { from: longest[0]!.month, to: longest.at(-1)!.month },
    base: { from: longest[0]!.against, to: longest.at(-1)!.against },
  }
}
