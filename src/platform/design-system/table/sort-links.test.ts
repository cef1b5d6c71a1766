import { expect, it } from 'vitest'
import { sortLinks } from './sort-links.ts'

const columns = [
  { key: 'name', text: 'District' },
  { key: 'rate', text: 'Rate', numeric: true },
]

it('links sort numbers from the largest and words from A, and keep the rest of the address', () => {
  const [name, rate] = sortLinks(
    columns,
    '/assess/districts',
    { type: 'Burglary' },
    { key: 'name', direction: 'descending' },
  )
  expect(name).toEqual({
    text: 'District',
    sorted: 'descending',
    href: '/assess/districts?type=Burglary&sort=name&direction=ascending',
  })
  expect(rate!.href).toBe('/assess/districts?type=Burglary&sort=rate&direction=descending')
  expect(rate!.sorted).toBeUndefined()
})
