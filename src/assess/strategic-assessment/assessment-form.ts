import { addMonths, type Month, monthsOf, yearEnding } from '../../vocabulary/period/month.ts'
import { monthInWords } from '../../vocabulary/period/words.ts'
import type { Assessment } from './assessment.ts'
import { ASSESSMENT_PATH } from './assessment-request.ts'
import type { HeldForce } from './held-districts.ts'

/** What can be chosen: every district whose force is held, every year, and an earlier year ending in the same month. */
export function assessmentForm({ area, periods, completeness }: Assessment, held: HeldForce[]) {
  const option = (value: string, text: string, selected: boolean) => ({ value, text, selected })
  const missing = new Set(completeness.missingMonths)
  const yearOf = (to: Month) => {
    const delivered = monthsOf(yearEnding(to)).filter((at) => at >= completeness.range.from && !missing.has(at)).length
    return delivered === 12 ? monthInWords(to) : `${monthInWords(to)} (${delivered} of 12 months)`
  }
  return {
    action: ASSESSMENT_PATH,
    areas: {
      id: 'area',
      name: 'area',
      label: 'District',
      groups: held.map(({ force, districts }) => ({
        label: force,
        items: districts.map(({ code, name }) => option(code, name, code === area.code)),
      })),
    },
    years: monthsOf(completeness.range)
      .reverse()
      .map((month) => option(month, yearOf(month), month === periods.current.to)),
    baselines: monthsOf({ from: completeness.range.from, to: addMonths(periods.current.to, -12) })
      .reverse()
      .filter((month) => month.slice(5) === periods.current.to.slice(5))
      .map((month) => option(month, yearOf(month), month === periods.baseline.to)),
  }
}
