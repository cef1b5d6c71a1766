import { describe, expect, it } from 'vitest'
import { PUBLISHED_CHANGES, PUBLISHED_TOTALS } from './published-figures.ts'

const totalOf = (yearEnding: string) => PUBLISHED_TOTALS.find((total) => total.yearEnding === yearEnding)!
const changePercent = (now: number, before: number) => (((now - before) / before) * 100).toFixed(1)
const basesThatGive = (percent: string) =>
  Array.from({ length: 5000 }, (_, i) => i + 1).filter((before) => changePercent(2564, before) === percent)

describe('the published figures', () => {
  it('reproduce the two changes that the strategy prints', () => {
    for (const { yearEnding, from, percent } of PUBLISHED_CHANGES)
      expect(Number(changePercent(totalOf(yearEnding).count, totalOf(from).count))).toBe(percent)
  })

  it('label 1,905 implied because no other count gives +34.6 %', () => {
    expect(basesThatGive('34.6')).toEqual([1905])
    expect(totalOf('2019-09')).toMatchObject({ count: 1905, standing: 'implied: the only count that gives +34.6 %' })
  })

  it('label 2,855 chosen because 2,854, 2,855 and 2,856 all give −10.2 %', () => {
    expect(basesThatGive('-10.2')).toEqual([2854, 2855, 2856])
    expect(totalOf('2020-09').standing).toBe('chosen from the 2,854–2,856 that give −10.2 %')
  })

  it('label 2,564 published', () => {
    expect(totalOf('2021-09')).toMatchObject({ count: 2564, standing: 'published' })
  })
})
