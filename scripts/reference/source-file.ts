import { readFileSync } from 'node:fs'
import { parse } from '@babel/parser'
import { type Docstring, readDocstring } from './docstring.ts'

/** A function or type as its source declares it. */
export interface Declared {
  name: string
  kind: 'function' | 'type' | 'constant'
  doc?: Docstring
  /** as written, up to the body; of a type that is not an interface what it stands for */
  signature: string
  /** name of the returned type where it is a plain one */
  returns?: string
  /** arguments whose type is a plain name, in order */
  takes?: { argument: string; type: string }[]
  /** interfaces that an interface takes its other fields from */
  extends?: string[]
  /** fields of an interface with what is said of each */
  fields: Field[]
  /** parameters of a type, such as `<T = number>` */
  generics?: string
}

export interface Field {
  name: string
  type: string
  text: string
}

interface Node {
  type: string
  start: number
  end: number
  leadingComments?: { type: string; value: string }[]
  [key: string]: unknown
}

/** The exported declarations of a source file. */
export function readSourceFile(path: string): Declared[] {
  const source = readFileSync(path, 'utf8')
  const { program } = parse(source, { sourceType: 'module', plugins: ['typescript'] })
  return (program.body as unknown as Node[]).flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration' || !statement.declaration) return []
    return declared(source, statement, statement.declaration as Node)
  })
}

function declared(source: string, statement: Node, node: Node): Declared[] {
  const doc = docOf(statement)
  if (node.type === 'FunctionDeclaration') {
    const body = node.body as Node
    const signature = source.slice(node.start, body.start).trim()
    const returns = plainType(source, node.returnType as Node | undefined)
    const takes = (node.params as Node[]).flatMap((param, i) => argumentOf(source, param, doc?.params[i]?.name))
    return [{ name: nameOf(node), kind: 'function', doc, signature, returns, takes, fields: [] }]
  }
  // overloads: the last one, with the body, speaks for all
  if (node.type === 'TSDeclareFunction')
    return [{ name: nameOf(node), kind: 'function', doc, signature: source.slice(node.start, node.end), fields: [] }]
  if (node.type === 'TSInterfaceDeclaration') {
    const members = (node.body as { body: Node[] }).body
    const fields = members.flatMap((member) => fieldOf(source, member))
    const bases = ((node.extends as Node[] | undefined) ?? []).map(({ start, end }) => source.slice(start, end))
    const generics = genericsOf(source, node)
    return [{ name: nameOf(node), kind: 'type', doc, signature: '', extends: bases, fields, generics }]
  }
  if (node.type === 'TSTypeAliasDeclaration') {
    const { start, end } = node.typeAnnotation as Node
    const signature = listed(source, source.slice(start, end))
    return [{ name: nameOf(node), kind: 'type', doc, signature, fields: [], generics: genericsOf(source, node) }]
  }
  if (node.type === 'VariableDeclaration')
    return (node.declarations as Node[]).map((one) => {
      const init = one.init as Node | null
      const isFunction = init?.type === 'ArrowFunctionExpression'
      const end = isFunction ? (init.body as Node).start : one.end
      const signature = `const ${source
        .slice(one.start, end)
        .replace(/=>\s*\(?$/, '=> …')
        .trim()}`
      return { name: nameOf(one), kind: isFunction ? 'function' : 'constant', doc, signature, fields: [] } as const
    })
  return []
}

function genericsOf(source: string, node: Node): string {
  const parameters = node.typeParameters as Node | undefined
  return parameters ? source.slice(parameters.start, parameters.end) : ''
}

/** A type made from a list of constants, `(typeof SIDES)[number]`, as the values that the list holds. */
const listed = (source: string, text: string) =>
  text.replace(/\(?typeof (\w+)\)?\[number\]/, (whole, list: string) => {
    const values = new RegExp(`const ${list}\\b[^=]*= \\[([^\\]]*)\\] as const`).exec(source)?.[1]
    return values ? values.trim().replace(/,$/, '').split(/,\s*/).join(' | ') : whole
  })

/** The one name in a type, such as `Interval` in `Interval | null` or `readonly Interval[]`. */
export const namedIn = (type: string) => /^(?:readonly |Promise<)?(\w+)(?:\[\]|>)?(?: \| null)?$/.exec(type)?.[1]

function plainType(source: string, annotation: Node | undefined): string | undefined {
  const type = annotation?.typeAnnotation as Node | undefined
  return type && namedIn(source.slice(type.start, type.end))
}

/** An argument of a plain type; one taken apart in the signature is called as the docstring calls it. */
function argumentOf(source: string, param: Node, documented?: string) {
  const target = param.type === 'AssignmentPattern' ? (param.left as Node) : param
  const type = plainType(source, target.typeAnnotation as Node | undefined)
  const argument = target.type === 'Identifier' ? (target.name as string) : documented
  return type && argument ? [{ argument, type }] : []
}

const nameOf = (node: Node) => (node.id as { name: string }).name

function docOf({ leadingComments = [] }: Node): Docstring | undefined {
  const last = leadingComments.at(-1)
  return last?.type === 'CommentBlock' && last.value.startsWith('*') ? readDocstring(`/*${last.value}*/`) : undefined
}

function fieldOf(source: string, member: Node) {
  if (member.type !== 'TSPropertySignature') return []
  const annotation = (member.typeAnnotation as Node | undefined)?.typeAnnotation as Node | undefined
  const doc = docOf(member)
  const text = doc ? [doc.summary, ...doc.paragraphs].join(' ') : ''
  const name = source.slice((member.key as Node).start, (member.key as Node).end) + (member.optional ? '?' : '')
  const type = annotation
    ? source
        .slice(annotation.start, annotation.end)
        .replace(/\s*\/\*[\s\S]*?\*\/\s*/g, '\n')
        .replace(/([^\s{(|&,;])\s*\n\s*(?=\w+\??:)/g, '$1; ') // fields on lines of their own
        .replace(/\s+/g, ' ')
    : ''
  return [{ name, type, text }]
}
