import type { Chapter, Explained, NamedType } from './read-reference.ts'
import type { Field } from './source-file.ts'

/** Where a function is explained, for links from one to another. */
export type PlaceOf = (name: string) => string | undefined

/** What is to be seen in a function's drawing, for those who do not see it; undefined where there is none. */
export type SeenIn = (name: string) => string | undefined

const HEAD = '<!-- Made from the docstrings by `npm run reference`: change those, not this page. -->'

/** One page: the functions that answer one question, each as its docstring explains it. */
export function renderChapter({ question, functions, types }: Chapter, placeOf: PlaceOf, seenIn: SeenIn) {
  const contents = functions.map(
    ({ name, doc }) => `- [\`${name}\`](#${name.toLowerCase()}): ${linked(doc?.summary ?? '', placeOf)}`,
  )
  const sections = functions.map((one) => renderFunction(one, placeOf, seenIn))
  if (types.length > 0) sections.push(renderTypes(types, (text) => linked(text, placeOf)))
  return `${HEAD}\n\n# ${question.title}\n\n${contents.join('\n')}\n\n${sections.join('\n\n')}\n`
}

/** Types that are not set out beside a function. */
const renderTypes = (types: NamedType[], say: (text: string) => string) =>
  [
    '## Types named above',
    ...types.flatMap(({ name, text, standsFor, fields }) => [
      `**\`${name}\`** ${say(text)}`.trim(),
      fields.length > 0
        ? renderFields('Field', fields, say)
        : `\`\`\`ts\n${standsFor.replace(/\n {2}/g, '\n').trim()}\n\`\`\``,
    ]),
  ].join('\n\n')

function renderFunction(
  { name, file, signature, doc, resultFields, argumentFields }: Explained,
  placeOf: PlaceOf,
  seenIn: SeenIn,
) {
  if (!doc) return `## ${name}\n`
  const say = (text: string) => linked(text, placeOf)
  const seen = seenIn(name)
  const parts = [
    `## ${name}`,
    say(doc.summary),
    ...doc.paragraphs.map(say),
    seen ? `![${seen}](plots/${name}.svg)` : '',
    doc.formula ? `**Formula**\n\n\`\`\`\n${doc.formula.replace(/\{@link (\w+)\}/g, '$1')}\n\`\`\`` : '',
    doc.use ? `**When to use it:** ${say(doc.use)}` : '',
    doc.avoid ? `**When not:** ${say(doc.avoid)}` : '',
    `\`\`\`ts\n${signature}\n\`\`\``,
    doc.params.length > 0
      ? `| Argument | Meaning |\n|---|---|\n${doc.params.map((param) => `| \`${param.name}\` | ${cell(say(param.text))} |`).join('\n')}`
      : '',
    ...argumentFields.map(({ argument, fields }) => renderFields(`In \`${argument}\``, fields, say)),
    doc.returns ? `**Returns** ${say(doc.returns)}` : '',
    resultFields.length > 0 ? renderFields('Field', resultFields, say) : '',
    doc.throws.length > 0
      ? `**Refuses:** ${doc.throws.map((text) => say(text.replace(/^(\w*Error(?: or \w*Error)?),? (?:if|when) /, '$1 if '))).join('; ')}`
      : '',
    doc.examples.length > 0 ? `**Example**\n\n\`\`\`ts\n${doc.examples.join('\n')}\n\`\`\`` : '',
    doc.see.length > 0 ? `**Source** ${doc.see.map((text) => say(doi(text))).join(' · ')}` : '',
    `[Source code](../../../packages/crime-statistics/src/${file})`,
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

const renderFields = (head: string, fields: Field[], say: (text: string) => string) =>
  `| ${head} | Type | Meaning |\n|---|---|---|\n${fields
    .map(({ name, type, text }) => `| \`${name}\` | \`${type.replaceAll('|', '\\|')}\` | ${cell(say(text))} |`)
    .join('\n')}`

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** `{@link x}` as a link to x where it is explained, else as code. */
const linked = (text: string, placeOf: PlaceOf) =>
  text.replace(/\{@link (\w+)\}/g, (_, name: string) => {
    const place = placeOf(name)
    return place ? `[\`${name}\`](${place})` : `\`${name}\``
  })

const doi = (text: string) => text.replace(/\bdoi:(10\.\S+?)(?=[.,;]?(\s|$))/g, '[doi:$1](https://doi.org/$1)')
