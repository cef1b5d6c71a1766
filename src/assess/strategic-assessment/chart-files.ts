import type { PageDrawing } from '../../platform/design-system/charts/index.ts'
import type { Assessment, Issue } from './assessment.ts'
import { changesChart, districtsChart, monthlyChart, sharesChart } from './issue-charts.ts'

/**
 * A drawing of an assessment by its name, for download: `shares`, `changes-previous`, `changes-baseline`, or `months-`,
 * `districts-` or `map-` with an issue, as `months-burglary`. Undefined when there is none of that name.
 */
export async function chartNamed(
  name: string,
  assessment: Assessment,
  mapOf: (issue: Issue) => Promise<PageDrawing | undefined>,
): Promise<PageDrawing | undefined> {
  if (name === 'shares') return sharesChart(assessment)
  if (name === 'changes-previous') return changesChart(assessment, ({ previous }) => previous, name)
  if (name === 'changes-baseline') return changesChart(assessment, ({ baseline }) => baseline, name)
  const [, kind, slug] = /^(months|districts|map)-(.+)$/.exec(name) ?? []
  const issue = [assessment.total, ...assessment.issues].find((one) => one.slug === slug)
  if (!issue) return undefined
  if (kind === 'map') return mapOf(issue)
  return kind === 'months' ? monthlyChart(assessment, issue) : districtsChart(assessment, issue)
}
