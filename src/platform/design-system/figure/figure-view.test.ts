import { describe, expect, it } from 'vitest'
import { type FigureResult, figure, type Verdict } from '../../../vocabulary/figure.ts'
import { templates } from '../templates/environment.ts'
import { figureView } from './figure-view.ts'
import { verdictView } from './verdict.ts'

const made = (result: Partial<FigureResult>, measure = 'recorded-count/1') =>
  figure(
    {
      measure,
      area: { code: 'E07000107', vintage: '2021' },
      period: { from: '2020-10', to: '2021-09' },
      subject: 'Anti-social behaviour',
      source: { kind: 'evidence release', release: '4f2a91c0' },
    },
    { value: 2564, unit: 'incidents', caveats: [], synthetic: false, ...result },
  )

const interval = { lower: -23.8, upper: 5.9, level: 0.95, method: 'quasi-Poisson' }
const changeFigure = made(
  { value: -10.2, unit: '% change', interval, dispersion: 9.5, verdict: 'no clear change' },
  'recorded-change/1',
)
const words = { counts: 'incidents', where: 'Dartford', when: 'year ending September 2021' }
const change = { before: 2855, against: 'the year before' }

describe('figureView', () => {
  it('gives the count, its recorded change as a fact, and the verdict beside it', () => {
    const view = figureView(made({}), { ...words, change, changeFigure })
    expect(view.value).toBe('2,564')
    expect(view.change).toBe('291 fewer than the year before, −10.2 %')
    expect(view.verdict?.text).toBe('No clear change')
    expect(view.interval).toBe('−23.8 % to +5.9 % (95 % interval, φ = 9.5)')
  })

  it('leaves φ out for a plain reader', () => {
    const view = figureView(made({}), { ...words, change, changeFigure }, { plain: true })
    expect(view.interval).toBe('The change is likely to lie between 23.8 % fewer and 5.9 % more.')
  })

  it('writes a change with its sign, a share as a percentage, a rate to one place', () => {
    expect(figureView(changeFigure, words).value).toBe('−10.2 %')
    expect(figureView(made({ value: 38.04, unit: '%' }), words).value).toBe('38.0 %')
    expect(figureView(made({ value: 22.54, unit: 'per 1,000 residents' }), words).value).toBe('22.5')
  })

  it('has no value and no change where nothing can be computed, and says why', () => {
    const view = figureView(made({ value: null, reason: '2 of 12 months are missing.' }), { ...words, change })
    expect(view).toMatchObject({ value: null, change: null, reason: '2 of 12 months are missing.' })
  })

  it('says when a list made its verdict more careful', () => {
    const careful = made({ ...changeFigure.result, verdictAlone: 'rise' }, 'recorded-change/1')
    const among = (plain: boolean) => figureView(made({}), { ...words, change, changeFigure: careful }, { plain }).among
    expect(among(false)).toBe('By itself a rise; among all issues, not clear of chance.')
    expect(among(true)).toContain('it may be chance')
  })

  it('opens its change too, which is a figure of its own', () =>
    expect(figureView(made({}), { ...words, change, changeFigure }).changeHref).toBe(`/figures/${changeFigure.id}`))

  it('opens at an address made of its identity', () => {
    const counted = made({})
    expect(figureView(counted, words).href).toBe(`/figures/${counted.id}`)
  })
})

describe('a verdict', () => {
  const tones = (polarity?: 'more is worse' | 'more is better') =>
    (['rise', 'fall', 'no clear change', 'cannot be ascertained'] satisfies Verdict[]).map(
      (verdict) => verdictView(verdict, polarity).tone,
    )

  it('takes no side unless its measure does', () =>
    expect(tones()).toEqual(['neutral', 'neutral', 'neutral', 'unknown']))
  it('of more crime is worse, of less better', () =>
    expect(tones('more is worse')).toEqual(['worse', 'better', 'neutral', 'unknown']))
  it('of more people helped is better', () =>
    expect(tones('more is better')).toEqual(['better', 'worse', 'neutral', 'unknown']))
})

describe('the figure on a page', () => {
  const draw = (view: object) =>
    templates({ strict: true }).renderString(
      '{% from "platform/design-system/figure/figure.njk" import tapestryFigure %}{{ tapestryFigure(view) }}',
      { view },
    )

  it('marks what was made from demonstration evidence as synthetic', () => {
    expect(draw(figureView(made({ synthetic: true }), words))).toContain('synthetic')
    expect(draw(figureView(made({}), words))).not.toContain('synthetic')
  })

  it('links to how it was made, named for a reader who hears links alone', () =>
    expect(draw(figureView(made({}), words)).replace(/<[^>]+>/g, '')).toContain(
      'How this was made: incidents, Dartford, year ending September 2021',
    ))
})
