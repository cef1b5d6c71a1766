import { describe, expect, it } from 'vitest'
import { kindOfFileName, publisherOfForce } from './file-name.ts'

describe('kindOfFileName', () => {
  for (const [name, publisher] of [
    ['2025-01-kent-street.csv', 'kent'],
    ['2025-01-City-Of-London-street.CSV', 'city-of-london'],
    ['2022-03-surrey-street.snapshot-early-2023.csv', 'surrey'],
    ['2025-01-btp-street.csv', 'btp'],
  ])
    it(`${name} is the whole file of ${publisher}`, () =>
      expect(kindOfFileName(name!)).toEqual({ kind: 'street', publisher }))

  for (const name of [
    'dartford-street.csv',
    '2025-13-kent-street.csv',
    '2025-01-kent-street (1).csv',
    '2025-01-street.csv',
    'kent.csv',
  ])
    it(`${name} is an extract`, () => expect(kindOfFileName(name)).toEqual({ kind: 'extract' }))
})

describe('publisherOfForce', () => {
  for (const [force, publisher] of [
    ['Kent Police', 'kent'],
    ['British Transport Police', 'btp'],
    ['City of London Police', 'city-of-london'],
    ['Metropolitan Police Service', 'metropolitan'],
    ['Made-up Constabulary of Nowhere', 'made-up-constabulary-of-nowhere'],
  ])
    it(`${force} publishes as ${publisher}`, () => expect(publisherOfForce(force!)).toBe(publisher))
})
