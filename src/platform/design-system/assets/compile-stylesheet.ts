import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as sass from 'sass'
import type { ThemeTokens } from '../theme/theme.ts'

const CHECKOUT = fileURLToPath(new URL('../../../..', import.meta.url))
const STYLES = fileURLToPath(new URL('../styles/', import.meta.url))
const DRAWINGS = fileURLToPath(new URL('../charts/_drawing.scss', import.meta.url))
const CACHE = `${CHECKOUT}node_modules/.cache/tapestry/`
const PACKAGES = ['govuk-frontend', '@ministryofjustice/frontend', 'sass']

/**
 * The one stylesheet of a theme: GOV.UK, MOJ and our own rules, compressed. Compiling takes about a second, so the
 * result is kept under node_modules/.cache by the hash of everything that went in; where that folder cannot be written
 * the stylesheet is compiled at each start.
 */
export function compileStylesheet(theme: ThemeTokens): string {
  const entry = `@use "src/platform/design-system/styles/tapestry" with (
    $accent: ${theme.accent}, $accent-ink: ${theme.accentInk}, $surface: ${theme.surface}, $line: ${theme.line}, $link: ${theme.link});`
  const kept = `${CACHE}${inputsHash(entry)}.css`
  const held = readIfThere(kept)
  if (held) return held
  const { css } = sass.compileString(entry, {
    loadPaths: [CHECKOUT],
    style: 'compressed',
    logger: sass.Logger.silent, // MOJ Frontend 11.1 calls a mixin GOV.UK Frontend 6.6 deprecates: nothing for our reader
  })
  // The crest is the Crown's, used on gov.uk only: its rules go, so that no page can ask for the picture.
  const ours = css.replace(/url\([^)]*govuk-crest\.svg[^)]*\)/g, 'none')
  keep(kept, ours)
  return ours
}

function inputsHash(entry: string) {
  const hash = createHash('sha256').update(entry)
  for (const name of readdirSync(STYLES).sort()) hash.update(name).update(readFileSync(STYLES + name))
  for (const path of [DRAWINGS, fileURLToPath(import.meta.url)]) hash.update(readFileSync(path))
  for (const name of PACKAGES) hash.update(readFileSync(`${CHECKOUT}node_modules/${name}/package.json`))
  return hash.digest('hex').slice(0, 32)
}

function readIfThere(path: string) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Written beside and renamed, so that a second process starting at the same moment never reads half a stylesheet. */
function keep(path: string, css: string) {
  try {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(`${path}.${process.pid}`, css)
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    // a read-only installation: the stylesheet stays in memory
  }
}
