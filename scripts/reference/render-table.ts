import type { Chapter } from './read-reference.ts'

/** The package README's list of functions: question, function and what it answers. */
export function renderTable(chapters: Chapter[]): string {
  const rows = chapters.flatMap(({ question, functions }) =>
    functions.map(({ name, doc }, i) => {
      const asked = i === 0 ? `[${question.title}](../../docs/methods/reference/${question.folder}.md)` : ''
      return `| ${asked} | \`${name}\` | ${plain(doc?.summary ?? '')} |`
    }),
  )
  return ['| Question | Function | What it answers |', '|---|---|---|', ...rows].join('\n')
}

const plain = (text: string) =>
  text
    .replace(/\{@link (\w+)\}/g, '`$1`')
    .replaceAll('|', '\\|')
    .replace(/[.:]$/, '')
