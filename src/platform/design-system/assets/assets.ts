import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type ThemeTokens, themeFrom } from '../theme/theme.ts'
import { compileStylesheet } from './compile-stylesheet.ts'

/** A file every page may ask for: stylesheet, script or icon. */
export interface Asset {
  /** below the assets' base, such as `tapestry.css` or `images/icon-progress-tick.svg` */
  path: string
  bytes: Buffer
  type: string
}

/** All the files of a theme. `base` carries the hash of their bytes, so they may be kept by browsers for ever. */
export interface Assets {
  base: string
  theme: ThemeTokens
  files: Asset[]
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PACKAGES = here('../../../../node_modules/')
const MOJ_IMAGES = `${PACKAGES}@ministryofjustice/frontend/moj/assets/images/`

const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
} as const

/** Reads and compiles everything a page needs. Take it once a process: {@link assetsOf} keeps it by theme. */
function gatherAssets(theme: ThemeTokens): Assets {
  const files: Asset[] = [
    { path: 'tapestry.css', bytes: Buffer.from(compileStylesheet(theme)), type: TYPES.css },
    script('supported.js', here('../scripts/supported.js')),
    script('enhance.js', here('../scripts/enhance.js')),
    script('govuk-frontend.min.js', `${PACKAGES}govuk-frontend/dist/govuk/govuk-frontend.min.js`),
    script('moj-frontend.min.js', `${PACKAGES}@ministryofjustice/frontend/moj/moj-frontend.min.js`),
    { path: 'favicon.svg', bytes: favicon(theme), type: TYPES.svg },
    ...mojIcons(),
  ]
  const hash = createHash('sha256')
  for (const { path, bytes } of files) hash.update(path).update(bytes)
  return { base: `/assets/${hash.digest('hex').slice(0, 16)}`, theme, files }
}

const script = (path: string, from: string): Asset => ({ path, bytes: withoutMap(from), type: TYPES.js })

/** Source maps are not served, so the comment that asks for one goes. */
const withoutMap = (from: string) =>
  Buffer.from(readFileSync(from, 'utf8').replace(/\/\/# sourceMappingURL=\S+\s*$/, ''))

const favicon = ({ accent, accentInk }: ThemeTokens) =>
  Buffer.from(
    readFileSync(here('../icons/favicon.svg'), 'utf8')
      .replaceAll('#0b5d5e', accent)
      .replaceAll('#fff"', `${accentInk}"`),
  )

/** MOJ Frontend's component icons; its crest and the crown are left behind. */
const mojIcons = (): Asset[] =>
  readdirSync(MOJ_IMAGES)
    .filter((name) => /^icon-.*\.svg$/.test(name))
    .sort()
    .map((name) => ({ path: `images/${name}`, bytes: readFileSync(MOJ_IMAGES + name), type: TYPES.svg }))

const kept = new Map<string, Assets>()

/** The assets of a partnership's theme; the same object for the same tokens. */
export function assetsOf(tokens: Partial<ThemeTokens> = {}): Assets {
  const theme = themeFrom(tokens)
  const key = JSON.stringify(theme)
  const held = kept.get(key) ?? gatherAssets(theme)
  kept.set(key, held)
  return held
}
