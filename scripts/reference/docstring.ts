import { parse, tokenizers } from 'comment-parser'

/** What a docstring says, its tags apart. */
export interface Docstring {
  /** the first sentence */
  summary: string
  /** the paragraphs after it */
  paragraphs: string[]
  formula?: string
  use?: string
  avoid?: string
  params: { name: string; text: string }[]
  returns?: string
  throws: string[]
  see: string[]
  examples: string[]
}

/** Reads the text of a doc comment, from `/**` to its end. */
export function readDocstring(comment: string): Docstring {
  const [block] = parse(comment, {
    spacing: 'preserve',
    tokenizers: [tokenizers.tag(), tokenizers.description('preserve')],
  })
  const tags = (block?.tags ?? []).map(({ tag, description }) => ({ tag, text: description.trim() }))
  const all = (tag: string) => tags.filter((one) => one.tag === tag).map(({ text }) => text)
  const one = (tag: string) => all(tag).map(flowing).join('\n\n') || undefined
  const text = (block?.description ?? '').trim()
  const [first = '', ...rest] = text.split(/\n\s*\n/).map(flowing)
  const { sentence, remainder } = firstSentence(first)
  return {
    summary: sentence,
    paragraphs: [remainder, ...rest].filter((paragraph) => paragraph !== ''),
    formula: all('formula').join('\n') || undefined,
    use: one('use'),
    avoid: one('avoid'),
    params: all('param').map((param) => {
      const [, name = '', explained = ''] = /^\[?([\w.$]+)\]?\s*-?\s*([\s\S]*)$/.exec(param) ?? []
      return { name, text: flowing(explained) }
    }),
    returns: one('returns'),
    throws: all('throws').map(flowing),
    see: all('see').map(flowing),
    examples: all('example').map(flowing),
  }
}

/** Lines of a paragraph joined; lines of a list stay apart. */
const flowing = (text: string) => text.trim().replace(/\s*\n\s*(?![-*|] )/g, ' ')

function firstSentence(paragraph: string) {
  const end = /[.?!](?=\s+[“‘"(]?[A-Z0-9])/.exec(paragraph)
  if (!end) return { sentence: paragraph, remainder: '' }
  return { sentence: paragraph.slice(0, end.index + 1), remainder: paragraph.slice(end.index + 1).trim() }
}
