import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium, launchBrowser, NO_BROWSER } from '../../../test/support/browser.ts'
import { agrees, workedExamples } from './examples.ts'

const PACKAGE = join(import.meta.dirname, '..')
const CHECKOUT = join(PACKAGE, '../..')
const MINUTE = 60_000

/** The package as npm packs it, in a project that has nothing else. */
describe('the package outside the checkout', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crime-statistics-'))
  const bare = join(folder, 'bare')
  const run = (command: string, args: string[], cwd = bare) => execFileSync(command, args, { cwd, encoding: 'utf8' })

  beforeAll(() => {
    // packed from a copy, since npm changes package.json while it packs and other tests read it
    const copy = join(folder, 'crime-statistics')
    cpSync(PACKAGE, copy, { recursive: true, filter: (path) => !/\/(dist|node_modules)$/.test(path) })
    for (const file of ['tsconfig.json', 'node_modules']) {
      const place = join(CHECKOUT, file)
      if (file === 'node_modules') symlinkSync(place, join(copy, file))
      else writeFileSync(join(copy, 'tsconfig.base.json'), readFileSync(place))
    }
    const settings = readFileSync(join(copy, 'tsconfig.build.json'), 'utf8')
    writeFileSync(join(copy, 'tsconfig.build.json'), settings.replace('../../tsconfig.json', './tsconfig.base.json'))
    run('npm', ['pack', '--silent', '--pack-destination', folder], copy)
    mkdirSync(bare)
    writeFileSync(join(bare, 'package.json'), JSON.stringify({ name: 'bare', private: true, type: 'module' }))
    const archive = `crime-statistics-${JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version}.tgz`
    run('npm', ['install', '--silent', '--prefer-offline', '--no-audit', '--no-fund', join(folder, archive)])
  }, 3 * MINUTE)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('holds compiled modules with types, and no source', () => {
    const installed = join(bare, 'node_modules/crime-statistics')
    for (const file of ['dist/index.js', 'dist/index.d.ts', 'README.md', 'LICENSE'])
      expect(existsSync(join(installed, file)), file).toBe(true)
    expect(existsSync(join(installed, 'src'))).toBe(false)
  })

  it(
    'gives every worked example of the docstrings its result in Node',
    async () => {
      const library = (await import(
        pathToFileURL(join(bare, 'node_modules/crime-statistics/dist/index.js')).href
      )) as Record<string, unknown>
      const find = (code: string) => {
        try {
          return evaluate(code, library)
        } catch (error) {
          return String(error)
        }
      }
      expect(wrongExamples(find)).toEqual([])
    },
    MINUTE,
  )

  it('exports every type that an exported function or type speaks of', () => {
    expect(typesLeftOut(join(bare, 'node_modules/crime-statistics/dist'))).toEqual([])
  })

  it(
    'checks under strict TypeScript, libraries included, in modules for Node and for bundlers',
    () => {
      writeFileSync(
        join(bare, 'use.ts'),
        `import { byarsInterval, type Interval } from 'crime-statistics'\nexport const limits: Interval = byarsInterval(25)\n` +
          `// @ts-expect-error a count is a number\nbyarsInterval('25')\n`,
      )
      for (const [module, resolution] of [
        ['nodenext', 'nodenext'],
        ['esnext', 'bundler'],
      ] as const) {
        const settings = ['--module', module, '--moduleResolution', resolution, '--lib', 'es2023,dom', '--types', '']
        run(join(CHECKOUT, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', ...settings, 'use.ts'])
      }
    },
    MINUTE,
  )

  it.skipIf(!findChromium())(
    `gives every worked example its result in a page bundled for browsers${findChromium() ? '' : ` (skipped: ${NO_BROWSER})`}`,
    async () => {
      writeFileSync(
        join(bare, 'page.js'),
        `import * as library from 'crime-statistics'\nglobalThis.library = library\n`,
      )
      await build({
        root: bare,
        configFile: false,
        logLevel: 'error',
        build: { lib: { entry: 'page.js', formats: ['iife'], name: 'page', fileName: 'page' }, outDir: 'bundle' },
      })
      const browser = await launchBrowser()
      try {
        const page = await browser.newPage()
        const faults: string[] = []
        page.on('pageerror', (error) => faults.push(String(error)))
        await page.addScriptTag({ path: join(bare, 'bundle/page.iife.js') })
        const codes = workedExamples().map(({ expression }) => expression)
        const found = await page.evaluate((expressions) => {
          const { library } = globalThis as unknown as { library: Record<string, unknown> }
          const names = Object.keys(library)
          return expressions.map((code) => {
            try {
              return new Function(...names, `return (${code})`)(...Object.values(library)) as unknown
            } catch (error) {
              return String(error)
            }
          })
        }, codes)
        expect(faults).toEqual([])
        const byCode = new Map(codes.map((code, i) => [code, found[i] as unknown]))
        expect(wrongExamples((code) => byCode.get(code))).toEqual([])
      } finally {
        await browser.close()
      }
    },
    2 * MINUTE,
  )
})

const evaluate = (code: string, names: Record<string, unknown>) =>
  new Function(...Object.keys(names), `return (${code})`)(...Object.values(names)) as unknown

/** The worked examples whose result is not the written one. */
const wrongExamples = (find: (expression: string) => unknown) =>
  workedExamples()
    .map(({ expression, written }) => ({ expression, written, found: find(expression) }))
    .filter(({ found, written }) => !agrees(found, evaluate(written, {})))

/** Types declared in the package and named by something it exports, but not exported from it. */
function typesLeftOut(dist: string): string[] {
  const files = (readdirSync(dist, { recursive: true }) as string[]).filter((file) => file.endsWith('.d.ts'))
  const text = (file: string) => readFileSync(join(dist, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const declared = new Map(
    files
      .flatMap((file) =>
        text(file)
          .split(/^export (?:declare )?(?=(?:interface|type|function|const) \w)/m)
          .slice(1),
      )
      .map((statement) => [/\w+ (\w+)/.exec(statement)![1]!, statement] as const),
  )
  const exported = new Set(
    files
      .filter((file) => file.endsWith('index.d.ts'))
      .flatMap((file) => [...text(file).matchAll(/\{([^}]*)\}/g)].flatMap(([, names]) => names!.split(',')))
      .map((name) => name.trim().replace(/^type /, '')),
  )
  return [...exported].flatMap((name) =>
    (declared.get(name)?.match(/\b[A-Z]\w+/g) ?? [])
      .filter((type) => declared.has(type) && !exported.has(type))
      .map((type) => `${type} of ${name}`),
  )
}
