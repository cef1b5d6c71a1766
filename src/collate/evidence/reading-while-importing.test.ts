import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Trial, trialFolder } from '../../../test/support/evidence.ts'
import { crime, times } from '../../../test/support/police-files.ts'
import { readCatalogue, writeCatalogue } from '../../platform/evidence/catalogue.ts'
import { OPEN, openEvidence } from './open-evidence.ts'

let trial: Trial
beforeEach(() => {
  trial = trialFolder()
})
afterEach(() => trial.remove())

const january = (rows: number, name = 'a') => trial.write(`${name}/2025-01-kent-street.csv`, times(rows, crime))
const month = (number: number, rows = 3) => {
  const Month = `2025-${String(number).padStart(2, '0')}`
  return trial.write(
    `${Month}-kent-street.csv`,
    times(rows, () => crime({ Month })),
  )
}
const COUNT = 'select sum(n)::integer as n from offence_count'

describe('somebody reading while an import commits', { timeout: 60_000 }, () => {
  it('finishes on the release they began with, and sees the new one when they read again', async () => {
    await trial.give(january(3))
    const store = openEvidence(trial.dataFolder)
    const begun = await store.read(OPEN)
    expect(await begun.rows(COUNT)).toEqual([{ n: 3 }])
    await trial.give(january(5, 'b'))
    const next = await store.read(OPEN)
    expect(await next.rows(COUNT)).toEqual([{ n: 5 }])
    expect(next.release!.id).not.toBe(begun.release!.id)
    expect(await begun.rows(COUNT)).toEqual([{ n: 3 }])
    store.close()
  })

  it('can go on reading a stream of rows that was begun before', async () => {
    await trial.give(january(6000))
    const store = openEvidence(trial.dataFolder)
    const begun = await store.read(OPEN)
    const stream = begun.stream<{ month: string }>('select month::varchar as month from offence')
    let rows = (await stream.next()).value!.length
    await trial.give(january(5, 'b'))
    await (await store.read(OPEN)).rows(COUNT)
    for await (const block of stream) rows += block.length
    expect(rows).toBe(6000)
    store.close()
  })

  it('never sees part of an import: every count is of a whole release', async () => {
    await trial.give(january(3))
    const store = openEvidence(trial.dataFolder)
    let importing = true
    const seen = new Set<number>()
    const reading = (async () => {
      while (importing) {
        const evidence = await store.read(OPEN)
        const [row] = await evidence.rows<{ n: number }>(COUNT)
        seen.add(row!.n)
        await new Promise((resolve) => setTimeout(resolve, 2))
      }
    })()
    for (const number of [2, 3, 4, 5]) await trial.give(month(number))
    importing = false
    await reading
    for (const n of seen) expect([3, 6, 9, 12, 15]).toContain(n)
    expect(await trial.total()).toBe(15)
    store.close()
  })

  it('two readers that both miss the projections both get them', async () => {
    await trial.give(january(3))
    rmSync(trial.folder.projections, { recursive: true })
    expect(await Promise.all([trial.total(), trial.total(), trial.total()])).toEqual([3, 3, 3])
  })

  it('reads a release by its name after newer ones', async () => {
    const { release } = await trial.give(january(3))
    for (const number of [2, 3, 4]) await trial.give(month(number))
    const store = openEvidence(trial.dataFolder)
    const old = (await store.read(OPEN, release!))!
    expect(await old.rows(COUNT)).toEqual([{ n: 3 }])
    store.close()
  })

  it('reads nothing that is not for them', async () => {
    await trial.give([january(3), month(2)])
    const catalogue = trial.catalogue()
    const deliveries = catalogue.deliveries.map((delivery) =>
      delivery.name.startsWith('2025-02') ? { ...delivery, audience: 'analysts' as const } : delivery,
    )
    writeCatalogue(trial.folder, { ...catalogue, deliveries })
    rmSync(trial.folder.projections, { recursive: true })
    const store = openEvidence(trial.dataFolder)
    const all = await store.read({ audiences: ['open', 'analysts'] })
    expect(await all.rows(COUNT)).toEqual([{ n: 6 }])
    expect(await (await store.read(OPEN)).rows(COUNT)).toEqual([{ n: 3 }])
    store.close()
  })
})

describe('two imports at the same time', { timeout: 60_000 }, () => {
  const importing = async (path: string) => {
    const script = join(import.meta.dirname, '../../../test/crash/import-process.ts')
    const child = spawn(process.execPath, [script, trial.dataFolder, path], { stdio: 'ignore' })
    const [code] = await once(child, 'exit')
    return code
  }

  it('of different months both count', async () => {
    const paths = [1, 2, 3, 4].map((number) => month(number, 500))
    expect(await Promise.all(paths.map(importing))).toEqual([0, 0, 0, 0])
    expect((await trial.count('month')).map(({ count }) => count)).toEqual([500, 500, 500, 500])
    expect(readdirSync(trial.folder.staging)).toEqual([])
  })

  it('of one file count it once', async () => {
    const path = january(500)
    expect(await Promise.all([importing(path), importing(path), importing(path)])).toEqual([0, 0, 0])
    expect(readCatalogue(trial.folder).deliveries).toHaveLength(1)
    expect(await trial.total()).toBe(500)
  })

  it('within one process take turns', async () => {
    await Promise.all([trial.give(january(4)), trial.give(month(2)), trial.give(month(3))])
    expect(await trial.total()).toBe(10)
  })
})
