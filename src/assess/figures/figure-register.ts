import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type FigureReference, figureId, hashOf } from '../../vocabulary/figure.ts'

/**
 * The references of figures that were shown or exported, so that `/figures/<id>` opens long after. Files of references named
 * by their content: written once, never changed, and safe to write from two processes at once.
 */
export interface FigureRegister {
  remember(references: FigureReference[]): void
  find(id: string): FigureReference | undefined
}

export function figureRegister(folder: string): FigureRegister {
  const known = new Map<string, FigureReference>()
  const read = new Set<string>()
  const take = (file: string, references: FigureReference[]) => {
    read.add(file)
    for (const reference of references) known.set(figureId(reference), reference)
  }
  const readNew = () => {
    if (!existsSync(folder)) return
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json.gz') && !read.has(name)))
      take(file, JSON.parse(gunzipSync(readFileSync(join(folder, file))).toString()))
  }
  return {
    remember(references) {
      const fresh = references.filter((reference) => !known.has(figureId(reference)))
      if (fresh.length === 0) return
      const file = `${hashOf(references).slice(0, 32)}.json.gz`
      take(file, references)
      if (existsSync(join(folder, file))) return
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const temporary = join(folder, `${file}.${process.pid}.tmp`)
      writeFileSync(temporary, gzipSync(JSON.stringify(references)), { mode: 0o600 })
      renameSync(temporary, join(folder, file))
    },
    find(id) {
      if (!known.has(id)) readNew()
      return known.get(id)
    },
  }
}
