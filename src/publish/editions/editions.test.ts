import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newestCompleteEdition, readEditionFile } from './newest-edition.ts'
import { writeEdition } from './write-edition.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editions-'))
})
afterEach(() => rm(folder, { recursive: true }))

const bytes = (text: string) => Buffer.from(text)
const first = {
  title: 'Figures',
  publishedOn: '2022-03-31',
  synthetic: false,
  files: [
    { path: 'index.html', bytes: bytes('<h1>One</h1>') },
    { path: 'data/figures.csv', bytes: bytes('a,b\n') },
  ],
}
const second = { ...first, files: [{ path: 'index.html', bytes: bytes('<h1>Two</h1>') }] }

describe('writing an edition', () => {
  it('gives the same bundle for the same files, in whatever order they come', async () => {
    const other = await mkdtemp(join(tmpdir(), 'editions-'))
    const here = await writeEdition(folder, first)
    const there = await writeEdition(other, { ...first, files: [...first.files].reverse() })
    expect(there.id).toBe(here.id)
    expect(await readFile(join(there.folder, 'manifest.json'))).toEqual(
      await readFile(join(here.folder, 'manifest.json')),
    )
    await rm(other, { recursive: true })
  })

  it('writes nothing when the newest edition already says exactly that', async () => {
    const { id } = await writeEdition(folder, first)
    expect((await writeEdition(folder, first)).id).toBe(id)
    expect(await readdir(join(folder, 'editions'))).toEqual([id])
  })

  it('makes the latest one written the newest, even on one day, even back to an earlier text', async () => {
    await writeEdition(folder, first)
    const { id } = await writeEdition(folder, second)
    expect((await newestCompleteEdition(folder))?.id).toBe(id)
    const again = await writeEdition(folder, first)
    expect((await newestCompleteEdition(folder))?.manifest.number).toBe(3)
    expect((await newestCompleteEdition(folder))?.id).toBe(again.id)
  })

  it('refuses a path that would leave the bundle', async () => {
    for (const path of ['../index.html', '/etc/passwd', 'a//b', '.hidden', 'manifest.json'])
      await expect(writeEdition(folder, { ...first, files: [{ path, bytes: bytes('x') }] })).rejects.toThrow(
        'plain segments',
      )
  })

  it('refuses a demonstration’s document that does not say it is synthetic', async () => {
    await expect(writeEdition(folder, { ...first, synthetic: true })).rejects.toThrow('does not say so')
  })

  it('clears what a killed process left half-written', async () => {
    await mkdir(join(folder, 'editions', '.writing-999999999-x'), { recursive: true })
    const { id } = await writeEdition(folder, first)
    expect(await readdir(join(folder, 'editions'))).toEqual([id])
  })
})

describe('reading the newest edition', () => {
  it('is null when nothing has been published', async () => expect(await newestCompleteEdition(folder)).toBeNull())

  it('passes over a bundle with an altered, missing or renamed part', async () => {
    const kept = await writeEdition(folder, first)
    const harm = [
      (path: string) => appendFile(join(path, 'index.html'), 'x'),
      (path: string) => rm(join(path, 'index.html')),
      (path: string) => rm(join(path, 'manifest.json')),
      (path: string) => writeFile(join(path, 'manifest.json'), '{'),
    ]
    for (const spoil of harm) {
      const { folder: spoilt } = await writeEdition(folder, second)
      await spoil(spoilt)
      expect((await newestCompleteEdition(folder))?.id).toBe(kept.id)
    }
    expect((await writeEdition(folder, second)).manifest.number).toBe(2) // the damaged copy is replaced
    expect((await newestCompleteEdition(folder))?.manifest.number).toBe(2)
  })

  it('gives a file’s bytes, null for one it has not, and throws for one altered since', async () => {
    const edition = await writeEdition(folder, first)
    expect(String(await readEditionFile(edition, 'data/figures.csv'))).toBe('a,b\n')
    expect(await readEditionFile(edition, 'secret.html')).toBeNull()
    await appendFile(join(edition.folder, 'index.html'), 'x')
    await expect(readEditionFile(edition, 'index.html')).rejects.toThrow('not as its manifest says')
  })
})
