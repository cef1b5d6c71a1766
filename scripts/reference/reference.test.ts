import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as library from '../../packages/crime-statistics/src/index.ts'
import { readDocstring } from './docstring.ts'
import { DRAWINGS, outdatedPages, PLOTS } from './make-reference.ts'
import { readReference } from './read-reference.ts'

const chapters = readReference()
const functions = chapters.flatMap((chapter) => chapter.functions)

describe('the reference of the statistics', () => {
  it('explains every exported function once', () => {
    const exported = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
    expect(functions.map(({ name }) => name).sort()).toEqual(exported.sort())
  })

  it('says of each when to use it, when not, by what formula, and what its arguments and answer are', () => {
    const wanting = functions.flatMap(({ name, doc }) => {
      const missing = (['summary', 'formula', 'use', 'avoid', 'returns'] as const).filter((part) => !doc?.[part])
      const unexplained = (doc?.params ?? []).filter(({ text }) => text === '').map((param) => param.name)
      return missing.length + unexplained.length > 0 ? [`${name}: ${[...missing, ...unexplained].join(', ')}`] : []
    })
    expect(wanting).toEqual([])
  })

  it('sets out the types that are taken or given back, beside a function or at the end of its page', () => {
    const { functions, types } = chapters.find(({ question }) => question.folder === 'where')!
    const scores = functions.find(({ name }) => name === 'giStarOnGrid')! // gives HotSpotScores | null
    expect(scores.resultFields.map(({ name }) => name)).toContain('adjustedP')
    const setOut = Object.fromEntries(types.map(({ name, standsFor, fields }) => [name, standsFor || fields.length]))
    expect(setOut).toMatchObject({ BoxInMetres: 4, GridSquareSide: expect.stringContaining('| 100 |') })
  })

  it('is as the docstrings have it now; if not, run npm run reference', () => {
    expect(outdatedPages().map(([path]) => path)).toEqual([])
  })

  it('draws ten functions or more, each drawing with a title, a description and a place on its page', () => {
    const drawn = globSync('*.plot.ts', { cwd: PLOTS }).map((file) => basename(file, '.plot.ts'))
    expect(drawn.length).toBeGreaterThanOrEqual(10)
    expect(drawn.filter((name) => !functions.some((one) => one.name === name))).toEqual([])
    for (const name of drawn) {
      const file = join(DRAWINGS, `${name}.svg`)
      expect(existsSync(file), `${name}.svg: run npm run reference`).toBe(true)
      expect(readFileSync(file, 'utf8'), name).toMatch(
        /<svg[^>]*role="img"[^>]*>\s*<title[^>]*>.+<\/title>\s*<desc[^>]*>.+<\/desc>/,
      )
    }
  })
})

describe('readDocstring', () => {
  it('keeps the first sentence, paragraphs, the lines of a formula and each tag apart', () => {
    const doc = readDocstring(
      `/**\n * How many? A count.\n * Of events.\n *\n * More.\n * @formula a = b\n *   + c\n * @use always\n * @param count events: 0 or\n *   more\n * @returns a number\n * @throws RangeError if wrong\n * @example f(1) // { a: 1 }\n */`,
    )
    expect(doc).toMatchObject({
      summary: 'How many?',
      paragraphs: ['A count. Of events.', 'More.'],
      formula: 'a = b\n  + c',
      use: 'always',
      params: [{ name: 'count', text: 'events: 0 or more' }],
      returns: 'a number',
      throws: ['RangeError if wrong'],
      examples: ['f(1) // { a: 1 }'],
    })
    expect(doc.avoid).toBeUndefined()
  })
})
