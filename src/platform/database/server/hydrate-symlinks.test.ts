import { mkdirSync, readlinkSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hydrateSymlinks } from './hydrate-symlinks.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapestry-test-'))
  mkdirSync(join(folder, 'native/bin'), { recursive: true })
  mkdirSync(join(folder, 'native/lib'))
  for (const file of ['bin/initdb', 'bin/postgres', 'lib/libpq.so.5.18'])
    writeFileSync(join(folder, 'native', file), '', { mode: 0o644 })
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const list = (links: { source: string; target: string }[]) =>
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links))

describe('hydrateSymlinks', () => {
  it('makes the missing links, relative, and the programs executable; doing it again changes nothing', () => {
    list([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }])
    hydrateSymlinks(folder)
    hydrateSymlinks(folder)
    expect(readlinkSync(join(folder, 'native/lib/libpq.so.5'))).toBe('libpq.so.5.18')
    expect(statSync(join(folder, 'native/bin/postgres')).mode & 0o777).toBe(0o755)
  })

  it('follows no list out of a library’s own folder', () => {
    list([{ source: '/etc/passwd', target: 'native/lib/libpq.so' }])
    hydrateSymlinks(folder)
    expect(statSync(join(folder, 'native/lib/libpq.so'), { throwIfNoEntry: false })).toBeUndefined()
  })
})
