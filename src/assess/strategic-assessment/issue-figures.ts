import { type FigureView, figureView } from '../../platform/design-system/figure/figure-view.ts'
import { periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Comparison, Issue } from './assessment.ts'
import { againstInWords, countedInWords, polarityOf } from './words.ts'

/**
 * The year's count with its recorded change against one other year: the signature figure of an issue. When the years cannot
 * be compared whole, the like-for-like months stand in its place, and the years' count keeps its own figure.
 */
export function changeFigure(
  assessment: Assessment,
  issue: Issue,
  comparison: Comparison,
  baseVolume: Issue['volume'],
): FigureView {
  const alike = comparison.likeForLike
  const period = alike?.period ?? assessment.periods.current
  const base = alike?.base ?? comparison.against
  const volume = alike?.volume ?? issue.volume
  const before = (alike?.baseVolume ?? baseVolume).result.value
  return figureView(volume, {
    counts: countedInWords(issue.subject),
    where: assessment.area.name,
    when: periodInWords(period),
    ...(before !== null && { change: { before, against: againstInWords(period, base) } }),
    changeFigure: alike?.change ?? comparison.wholeYears,
    polarity: polarityOf(issue.subject),
  })
}

/** The count alone. */
export const volumeFigure = (assessment: Assessment, issue: Issue): FigureView =>
  figureView(issue.volume, {
    counts: countedInWords(issue.subject),
    where: assessment.area.name,
    when: periodInWords(assessment.periods.current),
  })

/** The rate with its interval. */
export const rateFigure = (assessment: Assessment, issue: Issue): FigureView =>
  figureView(issue.rate, {
    counts: `${countedInWords(issue.subject)} per 1,000 residents`,
    where: assessment.area.name,
    when: periodInWords(assessment.periods.current),
    writtenAs: 'rate',
  })
