import { requireNotNegative } from '../check-inputs.ts'
import { roundHalfAwayFromZero } from '../how-to-print/round-half-away-from-zero.ts'
import type { Interval } from '../interval.ts'

/**
 * What the figures prove: *worked* and *did not work* only where the whole interval is on one side of the line; *not
 * proven* is the answer for everything else, and says nothing against the initiative.
 */
export type EvaluationAnswer = 'worked' | 'did not work' | 'not proven'

/** What counts as a good result. */
export interface Aim {
  /** whether fewer events are better, as with most crime, or more, as with reports after a campaign; `fewer` when left out */
  better?: 'fewer' | 'more'
  /**
   * the least change that would have been worth having, in per cent; 0 when left out. *Did not work* is the answer when
   * the interval rules out an improvement as large as this
   */
  leastWorthwhilePercent?: number
}

/** An answer and why. */
export interface Evaluation {
  answer: EvaluationAnswer
  /** why, in a sentence */
  reason: string
}

/** Checks an aim and fills in what was left out. */
export function checkedAim({ better = 'fewer', leastWorthwhilePercent = 0 }: Aim): Required<Aim> {
  if (better !== 'fewer' && better !== 'more')
    throw new RangeError(`better is "${better}": give "fewer" where fewer events are better, "more" where more are.`)
  requireNotNegative(leastWorthwhilePercent, 'leastWorthwhilePercent')
  if (leastWorthwhilePercent >= 100)
    throw new RangeError(`leastWorthwhilePercent is ${leastWorthwhilePercent}: give per cent from 0 to below 100.`)
  return { better, leastWorthwhilePercent }
}

/** Reads an answer from a ratio of what happened to what would have happened otherwise, and its interval. */
export function answerFrom(ratio: number, { lower, upper }: Interval, level: number, aim: Required<Aim>): Evaluation {
  const { better, leastWorthwhilePercent } = aim
  const found = `${changeInWords(ratio)} than expected without it, with ${percent(100 * level)} limits from ${changeInWords(lower)} to ${changeInWords(upper)}`
  const [provenBetter, provenWorse, shortOfAim] =
    better === 'fewer'
      ? [upper < 1, lower > 1, lower > 1 - leastWorthwhilePercent / 100]
      : [lower > 1, upper < 1, upper < 1 + leastWorthwhilePercent / 100]
  if (provenBetter && !shortOfAim)
    return { answer: 'worked', reason: `${found}: ${better} is better, and the limits leave out no change.` }
  if (provenWorse)
    return { answer: 'did not work', reason: `${found}: ${better} would be better, and the limits leave that out.` }
  if (shortOfAim)
    return {
      answer: 'did not work',
      reason: `${found}: the limits leave out a change of ${percent(leastWorthwhilePercent)} for the better, the least worth having.`,
    }
  return { answer: 'not proven', reason: `${found}: the limits hold both no change and a change for the better.` }
}

export const percent = (value: number) => `${roundHalfAwayFromZero(value, 1)} %`

/** A ratio as words: 0.8 is "20 % fewer". */
export const changeInWords = (ratio: number) =>
  ratio === 1 ? 'as many' : `${percent(Math.abs(100 * (ratio - 1)))} ${ratio < 1 ? 'fewer' : 'more'}`
