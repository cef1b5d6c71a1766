import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { changeChart } from './change-chart/change-chart.ts'
import { changeExtent } from './change-chart/change-scale.ts'
import { sampleChanges } from './change-chart/issue-changes.sample.ts'
import type { DrawingWords } from './drawing.ts'
import { sampleRates } from './interval-chart/area-rates.sample.ts'
import { intervalChart } from './interval-chart/interval-chart.ts'
import { sampleVolumes } from './share-bars/issue-volumes.sample.ts'
import { shareBars } from './share-bars/share-bars.ts'
import { sparkline } from './sparkline/sparkline.ts'
import { unsafeMarkup } from './unsafe-markup.ts'

const EVIL = '<script>alert("1")</script>'
const words: Partial<DrawingWords> = { title: EVIL, subtitle: EVIL, source: EVIL, notes: [EVIL] }
const wide = 720

const drawings = {
  intervalChart: (over: Partial<DrawingWords> = {}) => intervalChart(sampleRates(over)),
  'intervalChart without areas': () => intervalChart(sampleRates({ areas: [] })),
  'intervalChart of one area at zero': () => intervalChart(sampleRates({ areas: [{ name: EVIL, value: 0 }] })),
  'intervalChart of equal rates': () =>
    intervalChart(sampleRates({ areas: ['A', 'B'].map((name) => ({ name, value: 2, lower: 2, upper: 2 })) })),
  'intervalChart with no rate known': () =>
    intervalChart(sampleRates({ areas: [{ name: EVIL, value: null, reason: EVIL }], reference: undefined })),
  shareBars: (over: Partial<DrawingWords> = {}) => shareBars(sampleVolumes(over)),
  'shareBars without issues': () => shareBars(sampleVolumes({ crimes: [], antisocialBehaviour: undefined })),
  'shareBars of nothing recorded': () =>
    shareBars(sampleVolumes({ crimes: [{ label: EVIL, count: 0 }], crimeTotal: 0 })),
  'shareBars with no count known': () =>
    shareBars(sampleVolumes({ crimes: [{ label: EVIL, count: null }], crimeTotal: null })),
  changeChart: (over: Partial<DrawingWords> = {}) => changeChart(sampleChanges(over)),
  'changeChart without issues': () => changeChart(sampleChanges({ issues: [] })),
  'changeChart of no change at all': () =>
    changeChart(
      sampleChanges({ issues: [{ label: EVIL, change: 0, lower: 0, upper: 0, verdict: 'no clear change' }] }),
    ),
  'changeChart with no change known': () =>
    changeChart(sampleChanges({ issues: [{ label: EVIL, change: null, verdict: 'cannot be ascertained' }] })),
  'changeChart of a change from nothing': () =>
    changeChart(
      sampleChanges({ issues: [{ label: EVIL, change: Number.POSITIVE_INFINITY, verdict: 'cannot be ascertained' }] }),
    ),
}

for (const [name, draw] of Object.entries(drawings))
  describe(name, () => {
    for (const width of [360, wide, 1000])
      it(`at ${width} pixels holds no inline style, script, NaN or undefined`, () => {
        const { svg, table } = draw({ ...words, width })
        expect(unsafeMarkup(svg)).toEqual([])
        expect(table.rows.every((row) => row.length === table.head.length)).toBe(true)
      })

    it('has a title and a description that it is labelled by', () => {
      const { svg, description } = draw()
      const root = parseHTML(svg).document.querySelector('svg')!
      const [title, desc] = root.getAttribute('aria-labelledby')!.split(' ')
      expect(root.querySelector(`#${title}`)?.textContent).toBeTruthy()
      expect(root.querySelector(`#${desc}`)?.textContent).toBe(description)
    })

    it('gives the same bytes twice', () => expect(draw()).toEqual(draw()))
  })

it('shareBars gives anti-social behaviour no share, and crime shares of crime', () => {
  const { table } = shareBars(sampleVolumes())
  expect(table.rows[0]).toEqual(['Violence and sexual offences', '4,000', '40.0\u00a0%'])
  expect(table.rows.at(-1)).toEqual(['Anti-social behaviour', '2,564', 'not part of crime'])
})

it('changeChart prints the fact and the verdict of each issue', () => {
  const { table } = changeChart(sampleChanges())
  expect(table.rows.find(([label]) => label === 'Anti-social behaviour')).toEqual([
    'Anti-social behaviour',
    '−10.2\u00a0%',
    '−23.8\u00a0%',
    '+5.9\u00a0%',
    'No clear change',
  ])
})

it('changeExtent keeps zero and every change inside, and stops one long whisker from flattening the rest', () => {
  const extent = changeExtent([
    { label: 'a', change: 40, lower: -42, upper: 900, verdict: 'no clear change' },
    { label: 'b', change: -24, lower: -33, upper: -14, verdict: 'fall' },
  ])
  expect(extent).toEqual([-42, 100])
})

describe('sparkline', () => {
  for (const values of [[], [3], [2, 2, 2], [null, null], [1, null, 3, 4, null]])
    it(`draws ${JSON.stringify(values)} without NaN`, () => expect(unsafeMarkup(sparkline(values))).toEqual([]))

  it('lifts the pen at a missing value', () => {
    expect(sparkline([1, 2, null, 3, 4]).match(/d="M[^"]*M/)).not.toBeNull()
  })

  it('is hidden from screen readers', () => expect(sparkline([1, 2])).toContain('aria-hidden="true"'))
})
