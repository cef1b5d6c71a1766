import { type FigureView, figureView } from '../../platform/design-system/figure/figure-view.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
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
    counts: countedInWords(issue.subject, volume.result.value),
    where: assessment.area.name,
    when: periodInWords(period),
    ...(before !== null && { change: { before, against: againstInWords(period, base) } }),
    changeFigure: alike?.change ?? comparison.wholeYears,
    polarity: polarityOf(issue.subject),
  })
}

/** The change itself, large: for the second comparison of an issue, whose count another card already shows. */
export function sinceFigure(
  assessment: Assessment,
  issue: Issue,
  { likeForLike: alike, against, wholeYears }: Comparison,
  baseVolume: Issue['volume'],
): FigureView {
  const period = alike?.period ?? assessment.periods.current
  const now = (alike?.volume ?? issue.volume).result.value
  const before = (alike?.baseVolume ?? baseVolume).result.value
  const view = figureView(alike?.change ?? wholeYears, {
    counts: `change in ${countedInWords(issue.subject)} against ${againstInWords(period, alike?.base ?? against)}`,
    where: assessment.area.name,
    when: periodInWords(period),
    polarity: polarityOf(issue.subject),
    writtenAs: 'change',
  })
  if (now === null || before === null) return view
  const difference = `${number(Math.abs(now - before))} ${now < before ? 'fewer' : 'more'}`
  return { ...view, change: `${number(now)}, and ${number(before)} then: ${now === before ? 'no more' : difference}` }
}

/** Whether whole years can be set against each other, or at least some months of both. */
export const canCompare = ({ wholeYears, likeForLike }: Comparison) => wholeYears.result.value !== null || !!likeForLike

/** What to mind of the figures of a page, each said once; breaks in recording and events have a place of their own. */
export const caveatsOf = (figures: FigureView[], { breaks }: Assessment): string[] =>
  [...new Set(figures.flatMap(({ caveats }) => caveats))].filter(
    (caveat) => !caveat.startsWith('Looked at alone') && !breaks.some(({ note }) => caveat.endsWith(note)),
  )

/** The count alone. */
export const volumeFigure = (assessment: Assessment, issue: Issue): FigureView =>
  figureView(issue.volume, {
    counts: countedInWords(issue.subject, issue.volume.result.value),
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
