import type { Figure, FigureResult } from '../../../vocabulary/figure.ts'
import { changeInterval, interval, recordedChange, signedInterval } from '../words/change.ts'
import { number, percent, signedPercent } from '../words/numbers.ts'
import { type VerdictView, verdictView } from './verdict.ts'

/** What the numbers alone cannot say. */
export interface FigureWords {
  /** what it counts, after the number: `anti-social behaviour incidents` */
  counts: string
  /** `Dartford` */
  where: string
  /** `year ending September 2021` */
  when: string
  /** what the count is set against, for the recorded change */
  change?: { before: number; against: string }
  /** the figure of that change: its verdict and its interval in per cent; left out when the figure is itself a change */
  changeFigure?: Figure
  /** whether more of it is bad, good or neither; decides the colour of a verdict, and nothing else */
  polarity?: 'more is worse' | 'more is better' | 'neither'
  /** how the value is written; from its unit when left out: `%` as a percentage, `change %` with a sign, `per …` to one place, otherwise a whole number */
  writtenAs?: 'count' | 'rate' | 'percentage' | 'change'
}

/** Who reads: `plain` leaves the method's own words, such as φ, to the page that says how the figure was made. */
export interface FigureReading {
  plain?: boolean
}

/** A figure ready to be drawn: text only, so that pages, cards, tables and documents say the same. */
export interface FigureView {
  id: string
  /** the large number, or null when there is none */
  value: string | null
  unit: string
  counts: string
  where: string
  when: string
  change: string | null
  verdict: VerdictView | null
  /** the interval in words */
  interval: string | null
  /** what the verdict would be by itself, where being one of a list changed it */
  among: string | null
  /** why there is no value or no verdict */
  reason: string | null
  standing: string | null
  caveats: string[]
  synthetic: boolean
  href: string
  /** how its change was judged, when that is a figure of its own */
  changeHref: string | null
}

/** The view of a figure in the words given: one signature component for every place a number appears. */
export function figureView(figure: Figure, words: FigureWords, { plain = false }: FigureReading = {}): FigureView {
  const as = words.writtenAs ?? manner(figure.result.unit)
  const { id, result } = figure
  const changed = words.changeFigure?.result ?? result
  return {
    id,
    value: result.value === null ? null : WRITTEN[as](result.value),
    unit: result.unit,
    counts: words.counts,
    where: words.where,
    when: words.when,
    change: changeWords(result, words),
    verdict: changed.verdict ? verdictView(changed.verdict, words.polarity ?? 'neither') : null,
    interval: intervalWords(result, words.changeFigure?.result, as, plain),
    among: amongWords(changed, plain),
    reason: sentence(result.reason ?? words.changeFigure?.result.reason),
    standing: result.standing ?? null,
    caveats: [...new Set([...result.caveats, ...(words.changeFigure?.result.caveats ?? [])])],
    synthetic: result.synthetic,
    href: `/figures/${id}`,
    changeHref: words.changeFigure ? `/figures/${words.changeFigure.id}` : null,
  }
}

const sentence = (reason: string | undefined) => (reason ? `${reason.charAt(0).toUpperCase()}${reason.slice(1)}` : null)

type Manner = NonNullable<FigureWords['writtenAs']>

function manner(unit: string): Manner {
  if (/change/i.test(unit)) return 'change'
  if (/%|per ?cent/i.test(unit)) return 'percentage'
  return /\bper\b/i.test(unit) ? 'rate' : 'count'
}

const WRITTEN: Record<Manner, (value: number) => string> = {
  count: (value) => number(value),
  rate: (value) => number(value, 1),
  percentage: (value) => percent(value),
  change: (value) => signedPercent(value),
}

const changeWords = ({ value }: FigureResult, { change }: FigureWords) =>
  value === null || !change ? null : recordedChange(value, change.before, change.against)

function intervalWords(
  own: FigureResult,
  changed: FigureResult | undefined,
  as: Manner,
  plain: boolean,
): string | null {
  const of = changed ?? own
  if (!of.interval) return null
  const isChange = changed !== undefined || as === 'change'
  if (plain)
    return isChange
      ? `The change is likely to lie ${changeInterval(of.interval)}.`
      : `Likely to lie from ${interval(of.interval, as === 'count' ? 0 : 1)}.`
  const limits = isChange ? signedInterval(of.interval) : interval(of.interval, as === 'count' ? 0 : 1)
  const widened = of.dispersion === undefined ? '' : `, φ = ${number(of.dispersion, 1)}`
  const label = of.interval.label ? `, ${of.interval.label}` : ''
  return `${limits} (${number(of.interval.level * 100)} % interval${widened}${label})`
}

function amongWords({ verdictAlone }: FigureResult, plain: boolean): string | null {
  if (!verdictAlone) return null
  return plain
    ? `By itself this would be called a ${verdictAlone}. With so many figures looked at together, it may be chance.`
    : `By itself a ${verdictAlone}; among all issues, not clear of chance.`
}
