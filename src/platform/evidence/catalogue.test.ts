import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Catalogue,
  type Reference,
  type Release,
  readCatalogue,
  referencesOf,
  startCatalogue,
  writeCatalogue,
} from './catalogue.ts'
import { literal, literals, openDuckDb } from './duckdb.ts'
import { writeDurably } from './durable.ts'
import { createEvidenceFolder, type EvidenceFolder, evidenceFolder } from './evidence-folder.ts'

let data: string
let folder: EvidenceFolder
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tapestry-catalogue-'))
  folder = createEvidenceFolder(data)
})
afterEach(() => rmSync(data, { recursive: true }))

const EMPTY: Catalogue = { version: 1, deliveries: [], references: [], releases: [], current: null }
const reference = (key: string, hash: string) => ({ key, hash }) as Reference
const release = (tables: Record<string, string>) => ({ tables }) as unknown as Release

describe('readCatalogue', () => {
  it('returns an empty one for a folder that holds nothing, and makes nothing', () => {
    const other = evidenceFolder(join(data, 'nowhere'))
    expect(readCatalogue(other)).toEqual(EMPTY)
    expect(existsSync(other.root)).toBe(false)
  })

  it('returns what was written', () => {
    writeCatalogue(folder, { ...EMPTY, current: 'a' })
    expect(readCatalogue(folder).current).toBe('a')
  })

  for (const [title, text] of [
    ['cut short', '{"version":1,"deliv'],
    ['something else', '{}'],
    ['of a later version', '{"version":2,"deliveries":[],"releases":[]}'],
    ['null', 'null'],
  ])
    it(`refuses one that is ${title} in a line that says what to do`, () => {
      writeFileSync(folder.catalogue, text!)
      expect(() => readCatalogue(folder)).toThrow('is not a catalogue that can be read: restore it from a backup')
    })
})

describe('startCatalogue', () => {
  it('makes an empty one in a new folder, and leaves one that is there', () => {
    startCatalogue(folder)
    expect(readCatalogue(folder)).toEqual(EMPTY)
    writeCatalogue(folder, { ...EMPTY, current: 'a' })
    startCatalogue(folder)
    expect(readCatalogue(folder).current).toBe('a')
  })

  it('refuses deliveries without a catalogue, and leaves them where they are', () => {
    mkdirSync(join(folder.deliveries, 'a'))
    expect(() => startCatalogue(folder)).toThrow('is missing and')
    expect(readdirSync(folder.deliveries)).toEqual(['a'])
  })
})

describe('referencesOf', () => {
  it('gives a release the tables it names, current or former, each once', () => {
    const catalogue = {
      ...EMPTY,
      references: [reference('wards', 'new')],
      formerReferences: [reference('wards', 'old')],
    }
    expect(referencesOf(catalogue, release({ wards: 'old' }))).toEqual([reference('wards', 'old')])
    expect(referencesOf(catalogue, release({ wards: 'new' }))).toEqual([reference('wards', 'new')])
    expect(referencesOf(catalogue, release({}))).toEqual([])
  })
})

describe('writeDurably', () => {
  it('replaces a file for its owner only and leaves no other file', () => {
    const path = join(data, 'file.json')
    writeDurably(path, 'one')
    writeDurably(path, 'two')
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readdirSync(data).sort()).toEqual(['evidence', 'file.json'])
  })
})

describe('an evidence folder', () => {
  it('is for its owner only', () => {
    for (const path of [folder.deliveries, folder.rejected, folder.staging])
      expect(statSync(path).mode & 0o777).toBe(0o700)
  })
})

describe('openDuckDb', () => {
  it('reads text with quotation marks as text, whatever stands in it', async () => {
    const duckdb = await openDuckDb(data)
    const text = `It's; drop "all" -- ''`
    expect(await duckdb.rows(`select ${literal(text)} as a, ${literals([text, 'b'])} as b`)).toEqual([
      { a: text, b: [text, 'b'] },
    ])
    duckdb.close()
  })

  it('gives rows a block at a time', async () => {
    const duckdb = await openDuckDb(data)
    let rows = 0
    for await (const block of duckdb.stream('select range as n from range(10000)')) rows += block.length
    expect(rows).toBe(10_000)
    duckdb.close()
  })
})
