import {
  changeChart,
  drawBothWidths,
  intervalChart,
  monthlySeriesChart,
  type PageDrawing,
  shareBars,
} from '../../platform/design-system/charts/index.ts'
import { number, signedPercent } from '../../platform/design-system/words/numbers.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { monthOfYear } from '../../vocabulary/period/month.ts'
import { periodInWords } from '../../vocabulary/period/words.ts'
import type { Assessment, Comparison, Issue } from './assessment.ts'
import { countedInWords } from './words.ts'

/** Pixels of half the working width, where two drawings stand side by side, and of two thirds of it. */
export const HALF = 590
export const TWO_THIRDS = 780

const sourceOf = ({ area, release }: Assessment) =>
  `${area.force}, data.police.uk. Evidence release ${release.id.slice(0, 12)}.`
const common = (assessment: Assessment, id: string) => ({
  id,
  source: sourceOf(assessment),
  synthetic: assessment.synthetic,
})
/** Within a drawing there is room for a few words; the figure's own page has the whole reason. */
const shortReason = (reason: string | undefined) => (reason && reason.length <= 24 ? { reason } : {})
const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

/** What an issue did, for the head of its chart: the finding where there is one. */
export function finding(assessment: Assessment, issue: Issue): string {
  const { result } = issue.previous.wholeYears
  const year = `in the ${periodInWords(assessment.periods.current)}`
  if (result.verdict === 'rise') return `${issue.title} rose ${year}`
  if (result.verdict === 'fall') return `${issue.title} fell ${year}`
  if (result.verdict === 'no clear change') return `${issue.title}: no clear change ${year}`
  return `${issue.title} by month`
}

/** Every month held, the compared years marked, gaps as gaps. */
export function monthlyChart(assessment: Assessment, issue: Issue, width = HALF): PageDrawing {
  const { current, previous } = assessment.periods
  const window = (period: typeof current, kind: 'earlier' | 'later', count: number | null) =>
    count === null ? [] : [{ period, kind, label: `${capital(periodInWords(period))}: ${number(count)}` }]
  const events = assessment.breaks.filter(({ kind }) => kind === 'event')
  const concerns = (kind: string) => assessment.breaks.filter((entry) => entry.kind === kind)
  return drawBothWidths(
    monthlySeriesChart,
    {
      ...common(assessment, `months-${issue.slug}`),
      title: finding(assessment, issue),
      subtitle: `${capital(countedInWords(issue.subject))} a month, ${assessment.area.name}`,
      months: issue.series.map(({ month, count, status }) => ({ month, value: count, status })),
      measure: capital(countedInWords(issue.subject)),
      area: assessment.area.name,
      windows: [
        ...window(previous, 'earlier', issue.previousVolume.result.value),
        ...window(current, 'later', issue.volume.result.value),
      ],
      events: events.map(({ title, month, to }) => ({ period: { from: month, to: to ?? month }, label: title })),
      breaks: issue.group === 'crime' ? concerns('recording').map(({ title, month }) => ({ month, label: title })) : [],
      yearEndsIn: monthOfYear(current.to),
    },
    width,
  )
}

/** The districts of the force by rate. */
export function districtsChart(assessment: Assessment, issue: Issue): PageDrawing {
  const measure = `${capital(countedInWords(issue.subject))} per 1,000 residents`
  return drawBothWidths(
    intervalChart,
    {
      ...common(assessment, `districts-${issue.slug}`),
      title: positionFinding(assessment, issue),
      subtitle: `${measure}, ${periodInWords(assessment.periods.current)}, with 95 % intervals`,
      measure,
      intervalLabel: '95 % interval',
      areas: issue.districts.map(({ name, rate, isThisArea }) => ({
        name,
        value: rate.result.value,
        ...(rate.result.interval && { lower: rate.result.interval.lower, upper: rate.result.interval.upper }),
        ...shortReason(rate.result.reason),
        isThis: isThisArea,
      })),
    },
    HALF,
  )
}

function positionFinding({ area }: Assessment, issue: Issue): string {
  const position = issue.position.result.value
  const known = issue.districts.filter(({ rate }) => rate.result.value !== null).length
  if (position === null) return `${issue.title} by district`
  if (position === 1) return `${area.name} has the highest recorded rate of ${known} districts`
  return `${area.name} is ${ordinal(position)} of ${known} districts by recorded rate`
}

export function ordinal(n: number): string {
  const tail = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${tail}`
}

/** All issues by volume, anti-social behaviour apart. */
export function sharesChart(assessment: Assessment): PageDrawing {
  const crimes = assessment.issues.filter(({ group }) => group === 'crime')
  const asb = assessment.issues.find(({ subject }) => subject === ASB)!
  const bar = (issue: Issue) => ({
    label: issue.title,
    count: issue.volume.result.value,
    ...shortReason(issue.volume.result.reason),
  })
  const first = crimes[0]!
  const share = first.share.result.value
  return drawBothWidths(
    shareBars,
    {
      ...common(assessment, 'shares'),
      title: share === null ? 'Recorded crime by issue' : `${first.title} are ${share.toFixed(1)} % of recorded crime`,
      subtitle: `Recorded offences, ${assessment.area.name}, ${periodInWords(assessment.periods.current)}`,
      area: assessment.area.name,
      period: periodInWords(assessment.periods.current),
      crimes: crimes.map(bar),
      crimeTotal: assessment.total.volume.result.value,
      antisocialBehaviour: bar(asb),
    },
    HALF,
  )
}

/** The recorded change of each issue with its interval and verdict. */
export function changesChart(assessment: Assessment, of: (issue: Issue) => Comparison, id: string): PageDrawing {
  const comparison = of(assessment.total)
  const alike = comparison.likeForLike
  const period = alike?.period ?? assessment.periods.current
  const base = alike?.base ?? comparison.against
  const changes = assessment.issues.map((issue) => {
    const { result } = of(issue).likeForLike?.change ?? of(issue).wholeYears
    return {
      label: issue.title,
      change: result.value,
      ...(result.interval && { lower: result.interval.lower, upper: result.interval.upper }),
      verdict: result.verdict ?? ('cannot be ascertained' as const),
      ...shortReason(result.reason),
    }
  })
  const clear = changes.filter(({ verdict }) => verdict === 'rise' || verdict === 'fall')
  const named = clear.map(({ label, change }) => `${label.toLowerCase()} (${signedPercent(change!)})`)
  return drawBothWidths(
    changeChart,
    {
      ...common(assessment, id),
      title:
        clear.length === 0
          ? 'No issue changed by clearly more than usual variation'
          : `More than usual variation: ${named.slice(0, 3).join(', ')}${named.length > 3 ? ` and ${named.length - 3} more` : ''}`,
      subtitle: `Recorded change from the ${periodInWords(base)} to the ${periodInWords(period)}, %`.replaceAll(
        'the January',
        'January',
      ),
      area: assessment.area.name,
      periods: `${periodInWords(base)} to ${periodInWords(period)}`,
      intervalLabel: '95 % interval',
      issues: changes,
    },
    HALF,
  )
}
