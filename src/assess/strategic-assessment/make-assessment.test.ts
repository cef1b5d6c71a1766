import { describe, expect, it } from 'vitest'
import { requireDistrict } from '../../vocabulary/areas/index.ts'
import { sampleContext } from '../figures/sample-context.ts'
import { referencesOf } from './assess.ts'
import { exportHtml } from './export/export-html.ts'
import { issueCsv } from './issue-csv.ts'
import { makeAssessment } from './make-assessment.ts'

const release = { id: 'a'.repeat(64), at: '2026-01-01T00:00:00.000Z', admissions: [], tables: {} }
const catalogue = { version: 1 as const, deliveries: [], references: [], releases: [release], current: release.id }
const make = (held: { from: string; to: string }[], yearEnding: string, synthetic = false) =>
  makeAssessment(
    { district: requireDistrict('E07000107'), yearEnding },
    sampleContext({ held, synthetic, count: (_, type) => (type === 'Burglary' ? 10 : 100) }),
    { catalogue, release, notes: ['a note'] },
  )
const GAPPED = [
  { from: '2022-01', to: '2022-11' },
  { from: '2025-01', to: '2025-12' },
]

describe('an assessment with months missing', () => {
  const assessment = make(GAPPED, '2025-12')

  it('refuses to call a part of a year a year, and offers the months that both years have', () => {
    const { baseline } = assessment.total
    expect(baseline.wholeYears.result).toMatchObject({ value: null, verdict: 'cannot be ascertained' })
    expect(baseline.likeForLike).toMatchObject({
      period: { from: '2025-01', to: '2025-11' },
      base: { from: '2022-01', to: '2022-11' },
    })
    expect(baseline.likeForLike!.change.result.value).toBe(0)
  })

  it('lists every missing month, and says in words what can be compared', () => {
    expect(assessment.completeness.missingMonths).toHaveLength(25)
    expect(assessment.completeness.statements).toContain(
      'The year ending December 2025 cannot be compared with the year ending December 2022 as whole years: December 2022 not delivered. Like for like, January to November 2025 can be compared with January to November 2022.',
    )
  })

  it('keeps missing months in the series as missing, never 0', () => {
    const { series } = assessment.total
    expect(series).toHaveLength(48)
    expect(series.filter(({ status, count }) => status === 'missing' && count === null)).toHaveLength(25)
  })
})

describe('an assessment', () => {
  const assessment = make([{ from: '2018-01', to: '2021-12' }], '2021-12', true)

  it('puts the issues in order of volume and keeps anti-social behaviour out of total crime', () => {
    expect(assessment.issues[0]!.subject).toBe('Anti-social behaviour')
    expect(assessment.total.volume.result.value).toBe(120)
  })

  it('says plainly where the feed is too coarse for violent crime', () => {
    expect(assessment.issues.find(({ subject }) => subject === 'Robbery')!.note).toMatch(
      /cannot show violence with injury/,
    )
  })

  it('names every figure it shows by its reference', () => {
    const references = referencesOf(assessment)
    expect(references.length).toBeGreaterThan(15 * 48)
    expect(references.every(({ source }) => source.kind === 'evidence release' && source.release === release.id)).toBe(
      true,
    )
  })

  it('says synthetic on every line of its CSV, and in its HTML title', () => {
    const lines = issueCsv(assessment).trim().split('\r\n')
    expect(lines).toHaveLength(16)
    expect(lines.slice(1).every((line) => line.endsWith('synthetic demonstration data'))).toBe(true)
    expect(exportHtml(assessment)).toContain('(synthetic demonstration data)</title>')
  })

  it('gives the same bytes each time', () => {
    expect(JSON.stringify(make([{ from: '2018-01', to: '2021-12' }], '2021-12', true))).toBe(JSON.stringify(assessment))
    expect(exportHtml(assessment)).toBe(exportHtml(assessment))
  })
})
