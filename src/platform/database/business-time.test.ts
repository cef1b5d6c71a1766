import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestRecords, testRecords } from '../../../test/support/records.ts'

const londonDay = (instant: Date) => instant.toLocaleDateString('en-CA', { timeZone: 'Europe/London' })

describe('business time', () => {
  let live: TestRecords
  let demonstration: TestRecords
  beforeAll(async () => {
    live = await testRecords('live')
    demonstration = await testRecords('demonstration')
  })
  afterAll(async () => {
    await live?.stop()
    await demonstration?.stop()
  })

  it('is real in live records', async () => {
    const [before, now] = [Date.now(), await live.businessNow()]
    expect(Math.abs(now.getTime() - before)).toBeLessThan(60_000)
  })

  it('stays on the demonstration’s date', async () => {
    await demonstration.markDemonstration('2022-03-31')
    expect(londonDay(await demonstration.businessNow())).toBe('2022-03-31')
    await demonstration.markDemonstration('2022-01-15')
    expect(londonDay(await demonstration.businessNow())).toBe('2022-01-15')
  })

  it('refuses to make live records a demonstration', async () => {
    await expect(live.markDemonstration('2022-03-31')).rejects.toThrow('is live and cannot become a demonstration')
  })

  it('cannot be moved by the application’s role', async () => {
    const moving = demonstration.asPerson(null, (db) =>
      db.updateTable('demonstration').set({ business_date: '1999-01-01' }).execute(),
    )
    await expect(moving).rejects.toThrow('permission denied')
  })
})
