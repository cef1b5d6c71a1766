import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUESTIONS, type Question } from './questions.ts'
import { type Declared, type Field, namedIn, readSourceFile } from './source-file.ts'

export const SOURCE = join(import.meta.dirname, '../../packages/crime-statistics/src')

/** A public function with the fields of what it gives back. */
export interface Explained extends Declared {
  /** from `src`, such as `how-many/byars-interval.ts` */
  file: string
  /** fields of what it gives back, where they are explained */
  resultFields: Field[]
  /** explained fields of its arguments, argument by argument */
  argumentFields: { argument: string; fields: Field[] }[]
}

/** A type that functions speak of and that is not set out beside them. */
export interface NamedType {
  name: string
  /** what is said of it */
  text: string
  /** what it stands for, where it is no interface */
  standsFor: string
  fields: Field[]
}

export interface Chapter {
  question: Question
  functions: Explained[]
  types: NamedType[]
}

/** Every public function of the package, chapter by chapter in the order its index names them. */
export function readReference(): Chapter[] {
  const sources = globSync('**/*.ts', { cwd: SOURCE }).filter((file) => !/\.(type-)?test\.ts$/.test(file))
  const declared = sources.flatMap((file) =>
    readSourceFile(join(SOURCE, file)).map((one) => ({ ...one, file: file.replaceAll('\\', '/') })),
  )
  const types = new Map(declared.filter(({ kind }) => kind === 'type').map((type) => [type.name, type]))
  const fieldsOf = (name: string | undefined): Field[] => {
    const type = types.get(name ?? '')
    if (!type) return []
    const fields = new Map((type.extends ?? []).flatMap(fieldsOf).map((field) => [keyOf(field), field]))
    for (const field of type.fields) {
      const key = keyOf(field)
      // without words of its own a field has those of the interface it comes from, or of its type
      const base = fields.get(key)?.text ?? ''
      const inherited = field.type.includes('null') ? base : base.replace(/; null [^;]*/g, '')
      const text = field.text || inherited || types.get(namedIn(field.type) ?? '')?.doc?.summary || ''
      fields.set(key, { ...field, text })
    }
    return [...fields.values()]
  }
  const explained = (name: string | undefined) => {
    const fields = fieldsOf(name)
    return fields.some(({ text }) => text !== '') ? fields : []
  }
  return QUESTIONS.map((question) => {
    const functions = publicNames(question.folder).flatMap((name) => {
      const found = declared.filter(
        (one) => one.name === name && one.kind === 'function' && one.file.startsWith(`${question.folder}/`),
      )
      // of overloads, the first is documented
      const one = found.find(({ doc }) => doc) ?? found[0]
      if (!one) return []
      const argumentFields = (one.takes ?? [])
        .map(({ argument, type }) => ({ argument, fields: explained(type) }))
        .filter(({ fields }) => fields.length > 0)
      return [{ ...one, resultFields: explained(one.returns), argumentFields }]
    })
    return { question, functions, types: typesBesides(functions, types, fieldsOf) }
  })
}

/** Types that signatures and fields name, and those that these name in turn, but for those whose fields are in a table. */
function typesBesides(
  functions: Explained[],
  types: ReadonlyMap<string, Declared>,
  fieldsOf: (name: string) => Field[],
): NamedType[] {
  const inTables = new Set(
    functions.flatMap(({ returns, takes = [], resultFields, argumentFields }) => [
      ...(resultFields.length > 0 ? [returns] : []),
      ...takes.flatMap(({ argument, type }) => (argumentFields.some((one) => one.argument === argument) ? [type] : [])),
    ]),
  )
  const texts = functions.flatMap(({ signature, resultFields, argumentFields }) => [
    signature,
    ...[...resultFields, ...argumentFields.flatMap(({ fields }) => fields)].map(({ type }) => type),
  ])
  // `Category` of cohensKappa<Category> is not the survey's Category
  const parameters = functions.flatMap(({ signature }) => /^function \w+<(\w+)/.exec(signature)?.[1] ?? [])
  const found = new Map<string, NamedType>()
  for (const text of texts)
    for (const name of text.match(/\b[A-Z]\w+/g) ?? []) {
      const type = types.get(name)
      if (!type || inTables.has(name) || found.has(name) || parameters.includes(name)) continue
      const fields = fieldsOf(name)
      const said = type.doc ? [type.doc.summary, ...type.doc.paragraphs].join(' ') : ''
      found.set(name, { name: name + (type.generics ?? ''), text: said, standsFor: type.signature, fields })
      texts.push(type.signature, ...fields.map((field) => field.type)) // the loop goes on to what these name
    }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** A field by its name, whether it may be left out or not. */
const keyOf = ({ name }: Field) => name.replace('?', '')

/** Names that a folder's index exports, types apart. */
function publicNames(folder: string): string[] {
  const index = readFileSync(join(SOURCE, folder, 'index.ts'), 'utf8')
  return [...index.matchAll(/export \{([^}]*)\}/g)].flatMap(([, names]) =>
    names!
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  )
}
