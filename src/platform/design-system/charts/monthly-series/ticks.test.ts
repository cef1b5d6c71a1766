import { expect, it } from 'vitest'
import { addMonths } from '../../../../vocabulary/period/month.ts'
import { countTicks, monthTicks } from './ticks.ts'

it('countTicks gives whole numbers from zero to at or above the highest', () => {
  expect(countTicks(1080)).toEqual([0, 200, 400, 600, 800, 1000, 1200])
  expect(countTicks(1)).toEqual([0, 1])
  expect(countTicks(2)).toEqual([0, 1, 2])
})

it('countTicks still gives an axis when nothing was counted', () => {
  expect(countTicks(0)).toEqual([0, 1])
})

const months = (n: number) => Array.from({ length: n }, (_, i) => addMonths('2016-10', i))
const named = (n: number, pixels: number) => monthTicks(months(n), 9, pixels, 13).named.map(({ text }) => text)

it('monthTicks names the ends of years, fewer of them on a phone, always the latest', () => {
  expect(named(64, 650)).toEqual(['Sep 2017', 'Sep 2018', 'Sep 2019', 'Sep 2020', 'Sep 2021'])
  expect(named(64, 300)).toEqual(['Sep 2017', 'Sep 2019', 'Sep 2021'])
})

it('monthTicks names months when the range holds fewer than two ends of years', () => {
  expect(named(4, 650)).toEqual(['Jan 2017', 'Dec 2016', 'Nov 2016', 'Oct 2016'])
})
