import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { QUESTIONS } from './questions.ts'
import { readReference } from './read-reference.ts'
import { renderChapter } from './render-chapter.ts'
import { renderTable } from './render-table.ts'

const CHECKOUT = join(import.meta.dirname, '../..')
export const PLOTS = join(import.meta.dirname, 'plots')
export const DRAWINGS = join(CHECKOUT, 'docs/methods/reference/plots')
const README = 'packages/crime-statistics/README.md'
const BEGIN = '<!-- functions: made by `npm run reference` -->'
const END = '<!-- end of functions -->'

/** The generated pages by their path in the checkout. */
export function makeReference(): Map<string, string> {
  const chapters = readReference()
  const places = new Map(
    chapters.flatMap(({ question, functions }) =>
      functions.map(({ name }) => [name, `${question.folder}.md#${name.toLowerCase()}`] as const),
    ),
  )
  const seen = new Map(globSync('*.svg', { cwd: DRAWINGS }).map((file) => [basename(file, '.svg'), describedIn(file)]))
  const pages = new Map(
    chapters.map((chapter) => [
      `docs/methods/reference/${chapter.question.folder}.md`,
      renderChapter(
        chapter,
        (name) => places.get(name),
        (name) => seen.get(name),
      ),
    ]),
  )
  pages.set('docs/methods/reference/README.md', contents(chapters.map(({ functions }) => functions.length)))
  pages.set(README, withTable(renderTable(chapters)))
  return pages
}

/** The description that a drawing carries, which is not read out where it stands as an image. */
const describedIn = (drawing: string) =>
  /<desc[^>]*>([^<]*)<\/desc>/.exec(readFileSync(join(DRAWINGS, drawing), 'utf8'))?.[1]?.replaceAll(/[[\]]/g, '')

const contents = (counts: number[]) =>
  `# The statistics, function by function\n\nMade from the docstrings of [crime-statistics](../../../packages/crime-statistics/README.md) by ` +
  `\`npm run reference\`. Every worked example is run as a test. ` +
  `Somebody with a question finds the function [by its question](../../../packages/crime-statistics/README.md#find-the-function-by-your-question); ` +
  `words of the trade are in the [glossary](../../glossary.md#statistics).\n\n${QUESTIONS.map(({ folder, title }, i) => `- [${title}](${folder}.md), ${counts[i]} ${counts[i] === 1 ? 'function' : 'functions'}`).join('\n')}\n`

function withTable(table: string): string {
  const readme = readFileSync(join(CHECKOUT, README), 'utf8')
  const [before, rest] = readme.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`${README} has no place for its list of functions: ${BEGIN} … ${END}.`)
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`
}

/** Generated pages that are not as the docstrings have them now. */
export const outdatedPages = () =>
  [...makeReference()].filter(([path, text]) => {
    const file = join(CHECKOUT, path)
    return !existsSync(file) || readFileSync(file, 'utf8') !== text
  })
