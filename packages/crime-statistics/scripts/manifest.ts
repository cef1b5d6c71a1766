import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `node scripts/manifest.ts packed|source`: what `exports` names. In the checkout it is the source, which Node runs as it
 * is; in a package it must be compiled, since Node strips no types under node_modules. `npm pack` has no setting for it,
 * so it is set before packing and set back after.
 */
const EXPORTS = {
  packed: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
  source: './src/index.ts',
}
const state = process.argv[2]
if (state !== 'packed' && state !== 'source') throw new Error(`Say packed or source, not ${state}.`)
const path = join(import.meta.dirname, '../package.json')
const manifest = JSON.parse(readFileSync(path, 'utf8'))
writeFileSync(path, `${JSON.stringify({ ...manifest, exports: EXPORTS[state] }, null, 2)}\n`)
