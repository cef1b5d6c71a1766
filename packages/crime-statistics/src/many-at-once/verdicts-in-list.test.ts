import { describe, expect, it } from 'vitest'
import { type JudgedChange, verdictsInList } from './verdicts-in-list.ts'

const rise = (p: number): JudgedChange => ({ verdict: 'rise', p })
const unclear = (p: number): JudgedChange => ({ verdict: 'no clear change', p })

describe('verdictsInList', () => {
  it('keeps a rise that stands out among thirteen and drops one that twenty comparisons would throw up by chance', () => {
    const list = [rise(0.0001), rise(0.04), ...Array.from({ length: 11 }, (_, i) => unclear(0.2 + i / 20))]
    const [first, second, third] = verdictsInList(list)
    expect(first).toMatchObject({ verdict: 'rise', alone: 'rise', onlyAlone: false })
    expect(first!.adjustedP).toBeCloseTo(0.0013, 12)
    expect(second).toMatchObject({ verdict: 'no clear change', alone: 'rise', onlyAlone: true })
    expect(third).toMatchObject({ verdict: 'no clear change', alone: 'no clear change', onlyAlone: false })
  })

  it('leaves a list of one as it is', () => {
    expect(verdictsInList([rise(0.04)])).toEqual([
      { verdict: 'rise', alone: 'rise', adjustedP: 0.04, onlyAlone: false },
    ])
  })

  it('never calls what was not called alone, however small its p-value in the list', () => {
    expect(verdictsInList([unclear(0.049), rise(0.001)])[0]!.verdict).toBe('no clear change')
  })

  it('does not count what cannot be ascertained', () => {
    const unknown: JudgedChange = { verdict: 'cannot be ascertained', p: null }
    expect(verdictsInList([unknown, rise(0.04), unknown])).toEqual([
      { verdict: 'cannot be ascertained', alone: 'cannot be ascertained', adjustedP: null, onlyAlone: false },
      { verdict: 'rise', alone: 'rise', adjustedP: 0.04, onlyAlone: false },
      { verdict: 'cannot be ascertained', alone: 'cannot be ascertained', adjustedP: null, onlyAlone: false },
    ])
  })

  it('judges the same change twice when it is listed twice', () => {
    const change = rise(0.03)
    expect(verdictsInList([change, change]).map(({ adjustedP }) => adjustedP)).toEqual([0.03, 0.03])
  })

  it('takes another false-discovery rate', () =>
    expect(verdictsInList([rise(0.04), unclear(0.6)], 0.1)[0]!.verdict).toBe('rise'))

  it('refuses what is not a list and a rate that is not a proportion', () => {
    expect(() => verdictsInList('rise' as unknown as JudgedChange[])).toThrow(TypeError)
    expect(() => verdictsInList([], 5)).toThrow('falseDiscoveryRate is 5: give a proportion such as 0.05.')
  })
})
