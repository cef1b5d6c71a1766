import type { Assessment, Issue } from './assessment.ts'

/** A cell that no spreadsheet takes for a formula. */
const cell = (value: string | number | null | undefined) => {
  const text = value === null || value === undefined ? '' : String(value)
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const line = (cells: (string | number | null | undefined)[]) => `${cells.map(cell).join(',')}\r\n`

const HEAD = [
  'issue',
  'base',
  'from',
  'to',
  'count',
  'share of crime %',
  'rate per 1000',
  'rate lower 95',
  'rate upper 95',
  'previous from',
  'previous to',
  'previous count',
  'change %',
  'change lower 95',
  'change upper 95',
  'dispersion',
  'verdict',
  'why not',
  'figure',
  'release',
  'data',
]

/** The overview's table as CSV, a line an issue; says *synthetic* on every line of a demonstration. */
export const issueCsv = (assessment: Assessment): string =>
  line(HEAD) + [assessment.total, ...assessment.issues].map((issue) => line(cellsOf(assessment, issue))).join('')

function cellsOf({ release, synthetic, periods }: Assessment, issue: Issue) {
  const alike = issue.previous.likeForLike
  const period = alike?.period ?? periods.current
  const base = alike?.base ?? issue.previous.against
  const change = (alike?.change ?? issue.previous.wholeYears).result
  const rate = issue.rate.result
  return [
    issue.title,
    issue.group === 'asb' ? 'incidents' : 'crime',
    period.from,
    period.to,
    (alike?.volume ?? issue.volume).result.value,
    issue.share.result.value,
    rate.value,
    rate.interval?.lower,
    rate.interval?.upper,
    base.from,
    base.to,
    (alike?.baseVolume ?? issue.previousVolume).result.value,
    change.value,
    change.interval?.lower,
    change.interval?.upper,
    change.dispersion,
    change.verdict,
    change.reason,
    issue.volume.id,
    release.id,
    synthetic ? 'synthetic demonstration data' : 'police-recorded',
  ]
}
