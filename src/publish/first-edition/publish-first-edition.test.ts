import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { csv } from './csv.ts'
import { SAMPLE_EDITION } from './first-edition.sample.ts'
import { firstEditionFiles, publishFirstEdition } from './publish-first-edition.ts'

const textOf = (path: string) =>
  String(firstEditionFiles(SAMPLE_EDITION, { strictTemplates: true }).find((file) => file.path === path)?.bytes)

it('has the home page, the figures in three forms, and a page for every door', () => {
  const paths = firstEditionFiles(SAMPLE_EDITION).map(({ path }) => path)
  expect(paths.filter((path) => !path.startsWith('assets/')).sort()).toEqual([
    'figures.csv',
    'figures.html',
    'figures.json',
    'have-your-say.html',
    'index.html',
    'is-it-working.html',
    'my-area.html',
    'our-priorities.html',
    'report-and-get-help.html',
  ])
  expect(paths.some((path) => /^assets\/[0-9a-f]{16}\/tapestry\.css$/.test(path))).toBe(true)
})

it('says *synthetic* in the bytes of every document of a demonstration', () => {
  for (const { path, bytes } of firstEditionFiles(SAMPLE_EDITION))
    if (!path.startsWith('assets/')) expect(String(bytes).toLowerCase(), path).toContain('synthetic')
})

it('prints the count, the recorded change and the verdict', () => {
  const html = textOf('index.html')
  expect(html).toContain('2,564')
  expect(html.replace(/<[^>]+>/g, '')).toContain('291 fewer than the year before, −10.2 %')
  expect(html).toContain('No clear change')
})

it('opens each figure to how it was made', () => {
  const { id } = SAMPLE_EDITION.figures[0]!.figure
  expect(textOf('index.html')).toContain(`/figures#made-${id}`)
  expect(textOf('figures.html')).toContain(`id="made-${id}"`)
  expect(textOf('figures.html')).toContain('Evidence release 4f2a91c0')
})

it('gives a value that cannot be ascertained as empty in the data, never 0, with the reason', () => {
  const robberies = textOf('figures.csv')
    .split('\r\n')
    .find((line) => line.includes('robberies'))!
  expect(robberies).toContain('2021-09,,incidents')
  expect(robberies).toContain('2 of 12 months are missing.')
})

it('the same input makes the same edition', async () => {
  const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'first-edition-'))))
  const [one, two] = await Promise.all(folders.map((folder) => publishFirstEdition(folder, SAMPLE_EDITION)))
  expect(one!.id).toBe(two!.id)
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true })))
})

it('csv quotes what needs it and disarms formulas, leaving negative numbers alone', () =>
  expect(csv([['a,b', '=1+1', '−3', -3, null, 'say "x"']])).toBe(`"a,b",'=1+1,−3,-3,,"say ""x"""\r\n`))
