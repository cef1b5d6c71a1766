import { type Catalogue, deliveriesBehind, gapsIn, type Release } from '../../collate/index.ts'
import { areaVintage, type District, partnershipsOf } from '../../vocabulary/areas/index.ts'
import { TYPES } from '../../vocabulary/offence.ts'
import { type Month, monthsOf, type Period } from '../../vocabulary/period/month.ts'
import { monthsInWords, periodInWords } from '../../vocabulary/period/words.ts'
import { estimateInWords, type FigureContext } from '../figures/context.ts'
import { ALL_CRIME } from '../figures/count-table.ts'
import type { Assessment } from './assessment.ts'
import { type AssessmentPeriods, assessmentPeriods, likeForLike } from './comparison-periods.ts'
import { makeIssue } from './make-issue.ts'

export interface AssessmentRequest {
  district: District
  yearEnding: Month
  baselineYearEnding?: Month
}

/** Makes the assessment of a district and year from the counts of its force. Pure: the same release gives the same document. */
export function makeAssessment(
  { district, yearEnding, baselineYearEnding }: AssessmentRequest,
  context: FigureContext,
  { catalogue, release, notes }: { catalogue: Catalogue; release: Release; notes: string[] },
): Assessment {
  const { table } = context
  const periods = assessmentPeriods(yearEnding, table.delivered, baselineYearEnding)
  const delivered = [...table.delivered].sort()
  const range = { from: delivered[0]!, to: delivered.at(-1)! }
  const of = (subject: string) => makeIssue(subject, district, periods, range, context)
  const issues = TYPES.map(of).sort(
    (a, b) => (b.volume.result.value ?? -1) - (a.volume.result.value ?? -1) || (a.title < b.title ? -1 : 1),
  )
  const population = context.populationOf(district.code, Number(yearEnding.slice(0, 4)))
  return {
    kind: 'strategic assessment',
    version: 1,
    area: {
      code: district.code,
      name: district.name,
      force: district.force.publisher,
      nation: district.nation,
      partnerships: partnershipsOf(district.code).map(({ name }) => name),
      vintage: areaVintage,
    },
    periods,
    release: { id: release.id, at: release.at },
    synthetic: context.synthetic,
    completeness: {
      wholeYear: table.missing(periods.current, district.code).length === 0,
      range,
      missingMonths: gapsIn(delivered),
      statements: statements(periods, table.delivered),
    },
    residents: population ? { residents: population.residents, estimate: estimateInWords(population) } : null,
    total: of(ALL_CRIME),
    issues,
    notes,
    deliveries: deliveriesBehind(catalogue, release, table.publisher, usedMonths(periods)).map(
      ({ id, name, asAt, accepted }) => ({ id, name, asAt, accepted }),
    ),
    breaks: [...new Set([...context.breaksFor('crime'), ...context.breaksFor('asb')])]
      .filter(({ month, to }) => (to ?? month) >= range.from && month <= range.to)
      .map(({ title, month, to, kind, note, doubt, source }) => ({
        title,
        month,
        ...(to && { to }),
        kind,
        note,
        ...(doubt && { doubt }),
        source,
      })),
  }
}

const usedMonths = ({ current, previous, baseline }: AssessmentPeriods) =>
  new Set([current, previous, baseline].flatMap((period) => monthsOf(period)))

/** What cannot be compared as whole years, said once and plainly, with what can be instead. */
function statements({ current, previous, baseline }: AssessmentPeriods, delivered: Set<Month>): string[] {
  const missing = (period: Period) => monthsOf(period).filter((month) => !delivered.has(month))
  const ofCurrent = missing(current)
  const start =
    ofCurrent.length > 0
      ? [`The ${periodInWords(current)} is not whole: ${monthsInWords(ofCurrent)} not delivered.`]
      : []
  const bases = [previous, ...(baseline.to === previous.to ? [] : [baseline])]
  return start.concat(
    bases.flatMap((base) => {
      if (missing(base).length === 0 && ofCurrent.length === 0) return []
      const alike = likeForLike(current, base, delivered)
      const can = alike
        ? `Like for like, ${periodInWords(alike.period)} can be compared with ${periodInWords(alike.base)}.`
        : 'No month of it can be compared like for like.'
      return [
        `The ${periodInWords(current)} cannot be compared with the ${periodInWords(base)} as whole years: ${monthsInWords([...missing(base), ...ofCurrent].sort())} not delivered. ${can}`,
      ]
    }),
  )
}
