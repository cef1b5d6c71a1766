import { expect, it } from 'vitest'
import { templates } from '../templates/environment.ts'

const draw = (chart: object) =>
  templates({ strict: true }).renderString(
    '{% from "platform/design-system/chart-partial/chart.njk" import tapestryChart %}{{ tapestryChart(chart) }}',
    { chart },
  )

const table = {
  caption: 'Burglaries by month',
  columns: [{ text: 'Month' }, { text: 'Burglaries', numeric: true }],
  rows: [{ cells: [{ text: 'May 2021' }, { text: '31' }] }],
}

it('shows the drawing as it is, what it says in words, and its numbers as a table', () => {
  const html = draw({ svg: '<svg role="img"></svg>', description: 'Fewer than 5 % of R&B clubs.', table })
  expect(html).toContain('<svg role="img"></svg>')
  expect(html).toContain('R&amp;B')
  expect(html).toContain('View as table')
  expect(html).toContain('<th scope="row" class="govuk-table__header">May 2021</th>')
})

it('heads itself at the level its page asks for', () =>
  expect(draw({ title: 'Burglary has fallen', svg: '<svg></svg>', table, headingLevel: 2 })).toContain('<h2 class='))
