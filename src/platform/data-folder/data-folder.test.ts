import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileRefusal } from './explain-file-error.ts'
import { openDataFolder } from './open-data-folder.ts'
import { checkout, demonstrationFolder, resolveDataFolder } from './resolve-data-folder.ts'

let base: string
let folder: string
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'tapestry-test-'))
  folder = join(base, 'data')
})
afterEach(async () => {
  chmodSync(base, 0o700)
  await rm(base, { recursive: true, force: true })
})

describe('resolveDataFolder', () => {
  it('returns --data before TAPESTRY_DATA, and that before data/ in the checkout', () => {
    const environment = { TAPESTRY_DATA: '/srv/tapestry' }
    expect(resolveDataFolder('/mnt/here', environment)).toBe('/mnt/here')
    expect(resolveDataFolder(undefined, environment)).toBe('/srv/tapestry')
    expect(resolveDataFolder(undefined, {})).toBe(join(checkout, 'data'))
  })

  it('keeps a demonstration in a folder of its own', () => {
    expect(demonstrationFolder('/srv/tapestry')).toBe('/srv/tapestry/demo')
  })
})

describe('openDataFolder', () => {
  it('makes a new folder private, and opens it again as the same kind', () => {
    expect(openDataFolder(folder, { kind: 'demonstration' })).toEqual({ path: folder, kind: 'demonstration' })
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    expect(openDataFolder(folder)).toEqual({ path: folder, kind: 'demonstration' })
  })

  it('refuses live work in a demonstration’s folder, and the reverse', () => {
    openDataFolder(folder, { kind: 'demonstration' })
    expect(() => openDataFolder(folder, { kind: 'live' })).toThrow(`${folder} holds a demonstration`)
    const live = join(base, 'live')
    openDataFolder(live)
    expect(() => openDataFolder(live, { kind: 'demonstration' })).toThrow(`${live} holds live records`)
  })

  it('refuses a folder that holds something else, and allows one that holds only the demonstration', () => {
    mkdirSync(join(folder, 'demo'), { recursive: true })
    expect(openDataFolder(folder).kind).toBe('live')
    writeFileSync(join(base, 'holiday.jpg'), '')
    expect(() => openDataFolder(base)).toThrow('is not empty (it holds')
  })

  it('refuses a marker it cannot read rather than guess', () => {
    openDataFolder(folder)
    writeFileSync(join(folder, 'folder.json'), '{"kind":"lvie"}')
    expect(() => openDataFolder(folder)).toThrow('does not say whether')
  })

  it('says in one line when the path is a file, or lies under one', () => {
    writeFileSync(join(base, 'file'), '')
    expect(() => openDataFolder(join(base, 'file'))).toThrow('is a file, and a folder is needed')
    expect(() => openDataFolder(join(base, 'file/under'))).toThrow('lies under a file')
  })

  it.skipIf(process.getuid?.() === 0)('says in one line that a folder cannot be written', () => {
    mkdirSync(folder)
    chmodSync(folder, 0o500)
    expect(() => openDataFolder(folder)).toThrow(`${folder} cannot be written by this account`)
  })
})

describe('fileRefusal', () => {
  it('names a read-only or full disk, and leaves faults of ours alone', () => {
    expect(fileRefusal('/d', { code: 'EROFS' })?.message).toMatch(/^The data folder \/d .* read-only/)
    expect(fileRefusal('/d', { code: 'ENOSPC' })?.message).toMatch(/disk is full/)
    expect(fileRefusal('/d', new TypeError('x'))).toBeUndefined()
  })
})
