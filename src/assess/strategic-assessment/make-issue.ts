import { areaVintage, type District, districtByCode } from '../../vocabulary/areas/index.ts'
import { type Figure, type FigureReference, figureId } from '../../vocabulary/figure.ts'
import { slugOf } from '../../vocabulary/offence.ts'
import { monthsOf, type Period } from '../../vocabulary/period/month.ts'
import { answer } from '../figures/answers/index.ts'
import type { FigureContext } from '../figures/context.ts'
import { ALL_CRIME } from '../figures/count-table.ts'
import { groupOfSubject, subjectTitle } from '../figures/subject.ts'
import type { Comparison, Issue } from './assessment.ts'
import { type AssessmentPeriods, likeForLike } from './comparison-periods.ts'
import { NOTES } from './issue-notes.ts'

/** Everything the evidence says of one issue in one district. */
export function makeIssue(
  subject: string,
  district: District,
  periods: AssessmentPeriods,
  range: Period,
  context: FigureContext,
): Issue {
  const area = (code: string) => ({ code, vintage: areaVintage })
  const source = { kind: 'evidence release', release: context.release } as const
  const reference = (measure: string, period: Period, rest: Partial<FigureReference> = {}): FigureReference => ({
    measure,
    area: area(district.code),
    period,
    subject,
    source,
    ...rest,
  })
  const figureOf = (measure: string, period: Period, rest?: Partial<FigureReference>) =>
    answer(reference(measure, period, rest), context)
  const compare = (against: Period): Comparison => {
    const among = subject === ALL_CRIME ? {} : ({ among: 'issues' } as const)
    const change = (period: Period, base: Period) =>
      figureOf('recorded-change/1', period, { comparison: { period: base, ...among } })
    const alike = likeForLike(periods.current, against, context.table.delivered)
    return {
      against,
      wholeYears: change(periods.current, against),
      ...(alike && {
        likeForLike: {
          ...alike,
          volume: figureOf('recorded-offences/1', alike.period),
          baseVolume: figureOf('recorded-offences/1', alike.base),
          change: change(alike.period, alike.base),
        },
      }),
    }
  }
  return {
    subject,
    title: subjectTitle(subject),
    slug: subject === ALL_CRIME ? 'total-crime' : slugOf(subject),
    group: groupOfSubject(subject),
    ...(NOTES[subject] && { note: NOTES[subject] }),
    volume: figureOf('recorded-offences/1', periods.current),
    share: figureOf('share-of-crime/1', periods.current),
    rate: figureOf('rate-per-1000/1', periods.current),
    position: figureOf('rate-position/1', periods.current),
    previousVolume: figureOf('recorded-offences/1', periods.previous),
    baselineVolume: figureOf('recorded-offences/1', periods.baseline),
    previous: compare(periods.previous),
    baseline: compare(periods.baseline),
    series: monthsOf(range).map((month) => {
      const count = context.table.month(district.code, subject, month)
      return {
        month,
        count,
        status: count === null ? 'missing' : 'delivered',
        figure: figureId(reference('recorded-offences/1', { from: month, to: month })),
      }
    }),
    districts: context.table.districts
      .map((code) => ({
        code,
        name: districtByCode(code)?.name ?? code,
        rate: figureOf('rate-per-1000/1', periods.current, { area: area(code) }),
        volume: figureOf('recorded-offences/1', periods.current, { area: area(code) }),
        isThisArea: code === district.code,
      }))
      .sort(byRate),
  }
}

const byRate = (a: { name: string; rate: Figure }, b: { name: string; rate: Figure }) =>
  (b.rate.result.value ?? -1) - (a.rate.result.value ?? -1) || (a.name < b.name ? -1 : 1)
