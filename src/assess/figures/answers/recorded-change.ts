import { type ChangeVerdict, changeVerdict, roundHalfAwayFromZero, verdictsInList } from 'crime-statistics'
import type { FigureResult, Verdict } from '../../../vocabulary/figure.ts'
import { TYPES } from '../../../vocabulary/offence.ts'
import { addMonths, daysIn, monthOfYear, monthsOf, type Period } from '../../../vocabulary/period/month.ts'
import { periodInWords } from '../../../vocabulary/period/words.ts'
import { type Answer, cannotSay, type FigureContext, RECORDED_CAVEAT } from '../context.ts'
import { groupOfSubject } from '../subject.ts'
import { notDelivered } from './recorded-offences.ts'

const UNIT = '% change'
const MODEL_MONTHS = 36

/** The recorded change as a fact, and by rule change/1 whether it is more than usual month-to-month variation. */
export const recordedChange: Answer = ({ area, subject, period, comparison }, context) => {
  const base = comparison!.period
  const lacking = [period, base].find((one) => context.table.missing(one, area.code).length > 0)
  if (lacking)
    return {
      ...cannotSay(UNIT, `${periodInWords(lacking)}: ${notDelivered(lacking, area.code, context)}`, context),
      verdict: 'cannot be ascertained',
    }
  if (daysIn(period) - daysIn(base) > 1 || daysIn(base) - daysIn(period) > 1)
    return { ...cannotSay(UNIT, 'the two periods are not equally long', context), verdict: 'cannot be ascertained' }
  const alone = verdictOf(area.code, subject, period, base, context)
  const listed = comparison!.among === 'issues' && amongIssues(area.code, subject, period, base, context)
  const verdict = listed || alone.verdict
  return resultOf(alone, verdict, breakCaveats(subject, period, base, context), context)
}

function verdictOf(
  district: string,
  subject: string,
  period: Period,
  base: Period,
  context: FigureContext,
): ChangeVerdict {
  const { table } = context
  const months = monthsOf({ from: addMonths(period.to, 1 - MODEL_MONTHS), to: period.to })
  const since = recordingBreaks(subject, context).map(({ month }) => month)
  return changeVerdict({
    current: table.total(district, subject, period),
    base: table.total(district, subject, base),
    currentDays: daysIn(period),
    baseDays: daysIn(base),
    months: {
      counts: months.map((month) => table.month(district, subject, month)),
      monthsOfYear: months.map(monthOfYear),
      days: months.map((month) => daysIn({ from: month, to: month })),
      removed: months.map((month) => since.some((change) => month < change && change <= period.to)),
    },
  })
}

const recordingBreaks = (subject: string, context: FigureContext) =>
  context.breaksFor(groupOfSubject(subject)).filter(({ kind }) => kind === 'recording')

/** Verdicts of a whole list, kept by context: every issue of a page asks for the same ones. */
const lists = new WeakMap<FigureContext, Map<string, Verdict[]>>()

/** All issues are looked at together, so some would stand out by chance: the list holds the false discovery rate at 5 %. */
function amongIssues(
  district: string,
  subject: string,
  period: Period,
  base: Period,
  context: FigureContext,
): Verdict | undefined {
  const kept = lists.get(context) ?? new Map<string, Verdict[]>()
  lists.set(context, kept)
  const key = [district, period.from, period.to, base.from].join()
  const verdicts =
    kept.get(key) ??
    verdictsInList(TYPES.map((type) => verdictOf(district, type, period, base, context))).map(({ verdict }) => verdict)
  kept.set(key, verdicts)
  return verdicts[TYPES.indexOf(subject)]
}

function breakCaveats(subject: string, period: Period, base: Period, context: FigureContext): string[] {
  const [earlier, later] = base.from < period.from ? [base, period] : [period, base]
  return context
    .breaksFor(groupOfSubject(subject))
    .filter(({ kind, month, to }) =>
      kind === 'recording'
        ? earlier.from < month && month <= later.to
        : month <= later.to && (to ?? month) >= earlier.from,
    )
    .map(({ kind, note }) => (kind === 'recording' ? `This comparison crosses a break in recording. ${note}` : note))
}

function resultOf(alone: ChangeVerdict, verdict: Verdict, caveats: string[], context: FigureContext): FigureResult {
  const toPlaces = (value: number) => roundHalfAwayFromZero(value, 1)
  return {
    value: alone.percentageChange === null ? null : toPlaces(alone.percentageChange),
    unit: UNIT,
    change: alone.change,
    verdict,
    ...(verdict !== alone.verdict && { verdictAlone: alone.verdict }),
    ...(alone.interval && {
      interval: {
        lower: toPlaces(alone.interval.lower),
        upper: toPlaces(alone.interval.upper),
        level: alone.interval.level,
        method: alone.interval.method,
        ...(alone.label && { label: alone.label }),
      },
    }),
    ...(alone.phi !== null && alone.interval && { dispersion: roundHalfAwayFromZero(alone.phi, 2) }),
    ...(alone.reason && { reason: alone.reason }),
    caveats: [
      RECORDED_CAVEAT,
      ...(alone.label ? [`Interval: ${alone.label} (${alone.usableMonths} usable months).`] : []),
      ...(verdict !== alone.verdict
        ? [
            `Looked at alone this would be called a ${alone.verdict}; among all issues looked at together it is not clear of chance.`,
          ]
        : []),
      ...caveats,
    ],
    synthetic: context.synthetic,
  }
}
