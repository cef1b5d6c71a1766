import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkOracleFile, openOracleFolder, oracleFiles } from './folder.ts'
import { passes } from './item.ts'

/**
 * `npm run oracles -- DIR [NAME…]`: compares the library with every reference file of DIR, or those whose path has a NAME
 * in it, and prints a line for each comparison. The last line counts them; ends with 1 where one failed or none was made.
 */
const [dir, ...names] = process.argv.slice(2)
const wrong = !dir ? 'no folder is named' : !isFolder(dir) ? `${dir} is not a folder` : undefined
if (wrong) {
  console.error(`Name the folder of reference files: npm run oracles -- DIR (${wrong}).`)
  process.exit(2)
}
// npm runs scripts in the checkout's folder; a relative DIR is the one the person stands in
const path = resolve(process.env.INIT_CWD ?? '.', dir!)
const folder = openOracleFolder(path)
let passed = 0
let failed = 0
for (const file of oracleFiles(path).filter((file) => names.length === 0 || names.some((name) => file.includes(name))))
  for await (const item of checkOracleFile(folder, file)) {
    const pass = passes(item)
    if (pass) passed++
    else failed++
    const error = item.error === 0 ? '0' : item.error.toExponential(1)
    console.log(
      [
        file,
        item.item,
        item.function,
        error,
        item.tolerance === 0 ? '0' : item.tolerance.toExponential(0),
        pass ? 'pass' : 'FAIL',
      ].join(' · '),
    )
  }
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 || passed === 0 ? 1 : 0)

function isFolder(dir: string): boolean {
  return statSync(resolve(process.env.INIT_CWD ?? '.', dir), { throwIfNoEntry: false })?.isDirectory() ?? false
}
