import { sql } from 'kysely'
import { v7 as uuid } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestRecords, testRecords } from '../../../test/support/records.ts'

let records: TestRecords
const [borsetshire, barchester] = [uuid(), uuid()]
const [ambridge, trollope, former] = [uuid(), uuid(), uuid()]

beforeAll(async () => {
  records = await testRecords()
  await records.asInstaller(async (installer) => {
    await installer
      .insertInto('partnership')
      .values([
        { id: borsetshire, name: 'Borsetshire', nation: 'England' },
        { id: barchester, name: 'Barchester', nation: 'England' },
      ])
      .execute()
    await installer
      .insertInto('membership')
      .values([
        { partnership_id: borsetshire, id: uuid(), person_id: ambridge, valid: '[2020-04-01,)' },
        { partnership_id: barchester, id: uuid(), person_id: trollope, valid: '[2020-04-01,)' },
        { partnership_id: borsetshire, id: uuid(), person_id: former, valid: '[2020-04-01,2021-04-01)' },
      ])
      .execute()
    await installer
      .insertInto('partnership_area')
      .values([
        { partnership_id: borsetshire, id: uuid(), area_code: 'E07000901', valid: '[2011-04-01,)' },
        { partnership_id: barchester, id: uuid(), area_code: 'E07000902', valid: '[2011-04-01,)' },
      ])
      .execute()
  })
})
afterAll(() => records?.stop())

const partnershipsSeenBy = (person: string | null) =>
  records.asPerson(person, async (db) =>
    (await db.selectFrom('partnership').select('name').execute()).map((p) => p.name),
  )

describe('asPerson', () => {
  it('shows a member their own partnership and no other', async () => {
    expect(await partnershipsSeenBy(ambridge)).toEqual(['Borsetshire'])
    expect(await partnershipsSeenBy(trollope)).toEqual(['Barchester'])
  })

  it('shows a member the districts of their own partnership and no other’s', async () => {
    const areas = await records.asPerson(ambridge, (db) =>
      db.selectFrom('partnership_area').select('area_code').execute(),
    )
    expect(areas).toEqual([{ area_code: 'E07000901' }])
  })

  it('shows nothing to a member whose term has ended', async () => {
    expect(await partnershipsSeenBy(former)).toEqual([])
  })

  it('shows nothing when no person is set, on a connection that served a person before', async () => {
    for (let again = 0; again < 20; again++) {
      await partnershipsSeenBy(ambridge)
      expect(await partnershipsSeenBy(null)).toEqual([])
    }
  })

  it('lets a person read nobody else’s membership', async () => {
    const seen = await records.asPerson(ambridge, (db) => db.selectFrom('membership').select('person_id').execute())
    expect(seen).toEqual([{ person_id: ambridge }])
  })

  it('lets no person write a partnership', async () => {
    const writing = records.asPerson(ambridge, (db) =>
      db.insertInto('partnership').values({ id: uuid(), name: 'Mine', nation: 'Wales' }).execute(),
    )
    await expect(writing).rejects.toThrow('permission denied')
  })

  it('lets no person become the owner or the migrator', async () => {
    for (const role of ['tapestry_owner', 'tapestry_migrator'])
      await expect(records.asPerson(ambridge, (db) => sql`set role ${sql.id(role)}`.execute(db))).rejects.toThrow(
        'permission denied',
      )
  })

  it('undoes everything when the work fails', async () => {
    const failing = records.asInstaller(async (db) => {
      await db.insertInto('partnership').values({ id: uuid(), name: 'Half made', nation: 'Wales' }).execute()
      throw new Error('stop here')
    })
    await expect(failing).rejects.toThrow('stop here')
    const left = await records.asInstaller((db) =>
      db.selectFrom('partnership').selectAll().where('name', '=', 'Half made').execute(),
    )
    expect(left).toEqual([])
  })

  it('refuses what is not an id before asking the database', () => {
    expect(() => records.asPerson("x' or true", async () => 1)).toThrow('give a UUID')
  })

  it('returns days as text, whole numbers as numbers, and refuses one a number cannot hold', async () => {
    const ask = (text: string) =>
      records.asPerson(null, async (db) => (await sql.raw<{ v: unknown }>(text).execute(db)).rows)
    expect(await ask(`select date '2022-03-27' as v`)).toEqual([{ v: '2022-03-27' }])
    expect(await ask('select count(*) as v from (values (1), (2)) as t')).toEqual([{ v: 2 }])
    await expect(ask('select 9007199254740993::int8 as v')).rejects.toThrow('select it as text')
  })
})
