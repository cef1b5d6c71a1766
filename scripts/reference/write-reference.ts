import { globSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { makeReference, PLOTS } from './make-reference.ts'

/** `npm run reference`: writes the reference pages, their drawings and the package README's list of functions. */
const CHECKOUT = join(import.meta.dirname, '../..')
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(CHECKOUT, path)), { recursive: true })
  writeFileSync(join(CHECKOUT, path), text)
  console.log(path)
}
for (const file of globSync('*.plot.ts', { cwd: PLOTS }).sort()) {
  const { plot } = (await import(join(PLOTS, file))) as { plot: () => string }
  write(`docs/methods/reference/plots/${basename(file, '.plot.ts')}.svg`, `${plot()}\n`)
}
// the pages say in words what the drawings show, so drawings come first
for (const [path, text] of makeReference()) write(path, text)
