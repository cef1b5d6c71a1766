import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { DEMONSTRATION_DISTRICTS } from '../geography/districts.ts'
import { sharedData } from '../shared-data.ts'
import { LEVEL_TYPES, levelOf, UNPLACED_A_MONTH } from './levels.ts'

const real = sharedData('police/lad-month-crimetype-counts.csv.gz')

describe.skipIf(!real)('levels (skipped where the real counts of 2022 are absent)', () => {
  const totals = new Map<string, number>() // district name|type, January to November 2022, Kent Police
  if (real)
    for (const line of gunzipSync(readFileSync(real)).toString('utf8').split(/\r?\n/).slice(1)) {
      const [force, month, district, type, count] = line.split(',')
      if (force !== 'kent' || !month?.startsWith('2022-')) continue
      totals.set(`${district}|${type}`, (totals.get(`${district}|${type}`) ?? 0) + Number(count))
    }

  it('are the monthly averages of each district and type, to one decimal', () => {
    for (const [code, name] of DEMONSTRATION_DISTRICTS)
      for (const type of LEVEL_TYPES)
        expect(levelOf(code, type)).toBeCloseTo((totals.get(`${name}|${type}`) ?? 0) / 11, 0.9)
  })

  it('are the monthly averages of rows that have no place', () => {
    for (const [type, mean] of Object.entries(UNPLACED_A_MONTH))
      expect(Math.abs(mean - (totals.get(`|${type}`) ?? 0) / 11)).toBeLessThan(0.06)
  })
})
