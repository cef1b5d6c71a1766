import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import nunjucks from 'nunjucks'

/** nunjucks' own compiler, exported but left out of its published types. */
interface Compiler {
  compile(source: string, asyncFilters: string[], extensions: unknown[], name: string, options: object): string
}
const { compiler } = nunjucks as unknown as { compiler: Compiler }

/**
 * A loader that compiles the templates of one folder so that printing an undefined value throws, naming the line,
 * while templates from anywhere else keep nunjucks' lenient way.
 */
export function strictLoader(folder: string): nunjucks.ILoader {
  const getSource = (name: string): nunjucks.LoaderSource => {
    const path = join(folder, name)
    // nunjucks asks the next loader on null, which its types do not say
    if (!existsSync(path)) return null as unknown as nunjucks.LoaderSource
    const source = readFileSync(path, 'utf8')
    const code = compiler.compile(source, [], [], name, { throwOnUndefined: true, autoescape: true })
    const obj: unknown = new Function(code)()
    return { src: { type: 'code', obj } as unknown as string, path, noCache: false }
  }
  return Object.assign(Object.create(nunjucks.Loader.prototype) as nunjucks.Loader, { getSource })
}
