import type { Evidence } from '../../collate/index.ts'
import { drawBothWidths, type PageDrawing } from '../../platform/design-system/charts/index.ts'
import { choropleth } from '../../platform/design-system/maps/index.ts'
import { periodInWords } from '../../vocabulary/period/words.ts'
import type { AssessPorts } from '../assess-ports.ts'
import { ALL_CRIME } from '../figures/count-table.ts'
import type { Assessment, Issue } from './assessment.ts'
import { HALF } from './issue-charts.ts'
import { countedInWords } from './words.ts'

/** Counts of an issue in each LSOA of the district over the year; undefined where there are no shapes or no whole year. */
export async function lsoaMap(
  evidence: Evidence,
  assessment: Assessment,
  issue: Issue,
  ports: AssessPorts,
): Promise<PageDrawing | undefined> {
  const { area, periods, release, synthetic } = assessment
  if (issue.volume.result.value === null) return undefined
  const counts = await countsByLsoa(evidence, area.code, issue.subject, periods.current)
  const shapes = await ports.shapes(
    area.code,
    counts.map(({ lsoa }) => lsoa),
  )
  if (!shapes) return undefined
  const countOf = new Map(counts.map(({ lsoa, count }) => [lsoa, count]))
  const counted = countedInWords(issue.subject)
  return drawBothWidths(
    choropleth,
    {
      id: `map-${issue.slug}`,
      title: `Where ${counted} were recorded`,
      subtitle: `Number of ${counted} in each LSOA of ${area.name}, ${periodInWords(periods.current)}`,
      source: `${area.force}, data.police.uk. Evidence release ${release.id.slice(0, 12)}.`,
      synthetic,
      features: shapes.features.features,
      values: shapes.features.features.map(({ properties: { code } }) => ({ code, value: countOf.get(code) ?? 0 })),
      measure: { kind: 'count', counted },
      areasWord: 'LSOAs',
      illustrative: shapes.illustrative,
      approximatePoints: true,
    },
    HALF,
  )
}

const countsByLsoa = (
  evidence: Evidence,
  district: string,
  subject: string,
  { from, to }: { from: string; to: string },
) =>
  evidence.rows<{ lsoa: string; count: number }>(
    `select lsoa::varchar as lsoa, sum(n)::integer as "count" from offence_count
     where district = $district and "month"::varchar between $from and $to and lsoa is not null
       and ${subject === ALL_CRIME ? `"group" = 'crime'` : '"type" = $subject'}
     group by all order by lsoa`,
    { district, from, to, ...(subject !== ALL_CRIME && { subject }) },
  )
