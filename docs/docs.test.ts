import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AssessPorts } from '../src/assess/index.ts'
import { cycle } from '../src/cycle.ts'

const checkout = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(checkout, path), 'utf8')
const ours = ['*.md', '{bench,db,demo,docs,packages,scripts,src,test}/**/*.*']
const files = globSync(ours, { cwd: checkout, exclude: ['**/node_modules/**'] }).map((path) =>
  path.replaceAll('\\', '/'),
)
const pages = files.filter((path) => path.endsWith('.md'))
const code = files
  .filter((path) => /\.(ts|tsv)$/.test(path) && !path.startsWith('docs/'))
  .map(read)
  .join('\n')

describe('the pages around the code', () => {
  it.each(pages)('%s links only to files that are there, pictures apart', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link!)
    const lost = links.filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(checkout, dirname(page), link)))
    expect(lost).toEqual([])
  })

  it('README names the stages of the cycle in order, with their purposes', () => {
    const stages = cycle({} as AssessPorts, () => Promise.reject(new Error('not asked for')))
    const readme = read('README.md')
    expect(readme).toContain(stages.map(({ id }) => id).join(' → '))
    const rows = [...readme.matchAll(/^\| (\w+) \| ([^|]+) \| [^|]+ \|$/gm)].map(([, name, purpose]) => ({
      name,
      purpose,
    }))
    expect(rows.filter(({ name }) => name !== 'Stage')).toEqual(
      stages.map(({ name, purpose }) => ({ name, purpose: purpose.replaceAll('’', "'").replace(/\.$/, '') })),
    )
  })

  it('the tour and the glossary name only what the code has', () => {
    const names = ['docs/tour.md', 'docs/glossary.md'].flatMap((page) =>
      [...read(page).matchAll(/`([A-Za-z_]+)`/g)].map(([, name]) => name!),
    )
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
  })

  it('the tour names only files that are there', () => {
    const named = [...read('docs/tour.md').matchAll(/`([\w./-]+\.(?:ts|njk|scss))`/g)].map(([, file]) => file!)
    const there = (file: string) => files.some((path) => path === file || path.endsWith(`/${file}`))
    expect(named.filter((file) => !there(file)).map((file) => basename(file))).toEqual([])
  })
})
