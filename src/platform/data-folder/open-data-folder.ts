import { randomUUID } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../../vocabulary/refusal.ts'
import { explainFileError } from './explain-file-error.ts'
import { checkout } from './resolve-data-folder.ts'

/** Live records and evidence, or an invented partnership's. Neither is ever opened as the other. */
export type FolderKind = 'live' | 'demonstration'

export interface DataFolder {
  /** absolute */
  path: string
  kind: FolderKind
}

const MARKER = 'folder.json'
/** What may stand in a folder before it is ours: the demonstration's place, a disk's own folder, hidden files. */
const HARMLESS = /^(\..*|demo|lost\+found)$/

/**
 * Open a data folder, making it (private to this account, 0700) when it is new. `kind` left out takes the folder
 * as it is, and makes a new one live.
 *
 * @throws Refusal when the folder is of the other kind, holds something that is not Tapestry's, or cannot be written
 */
export function openDataFolder(path: string, { kind }: { kind?: FolderKind } = {}): DataFolder {
  return explainFileError(path, () => {
    makeFolder(path)
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    const found = readMarker(path) ?? mark(path, kind ?? 'live')
    if (kind !== undefined && found !== kind) throw otherKind(path, found)
    return { path, kind: found }
  })
}

/** On a read-only disk a recursive mkdir says ENOENT, as if a folder were missing: ask the nearest one there is first. */
function makeFolder(path: string) {
  if (existsSync(path) && !statSync(path).isDirectory()) throw Object.assign(new Error(path), { code: 'EEXIST' })
  let nearest = path
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest)
  if (nearest !== path && statSync(nearest).isDirectory()) accessSync(nearest, constants.W_OK | constants.X_OK)
  mkdirSync(path, { recursive: true, mode: 0o700 })
}

function otherKind(path: string, found: FolderKind) {
  return new Refusal(
    found === 'demonstration'
      ? `${path} holds a demonstration, and live records or evidence must not be mixed with it: name another folder with --data.`
      : `${path} holds live records, not a demonstration: leave --demo out, or name another folder with --data.`,
  )
}

function readMarker(path: string): FolderKind | undefined {
  const file = join(path, MARKER)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const kind = parseKind(text)
  if (kind) return kind
  throw new Refusal(`${file} does not say whether the folder is "live" or a "demonstration": restore it from a backup.`)
}

function parseKind(text: string): FolderKind | undefined {
  try {
    const { kind } = JSON.parse(text)
    return kind === 'live' || kind === 'demonstration' ? kind : undefined
  } catch {
    return undefined
  }
}

/** The marker appears whole or not at all; of two processes opening a new folder, the first decides its kind. */
function mark(path: string, kind: FolderKind): FolderKind {
  const stranger = readdirSync(path).find((entry) => entry !== MARKER && !HARMLESS.test(entry))
  if (stranger !== undefined && readMarker(path) === undefined)
    throw new Refusal(
      `${path} is not a Tapestry data folder and is not empty (it holds ${stranger}): name a new or empty folder with --data.`,
    )
  const draft = join(path, `.${MARKER}-${randomUUID()}`)
  try {
    writeFileSync(draft, `${JSON.stringify({ kind, createdBy: `tapestry ${version()}` })}\n`, {
      mode: 0o600,
      flag: 'wx',
    })
    linkSync(draft, join(path, MARKER))
    return kind
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readMarker(path) ?? kind
  } finally {
    rmSync(draft, { force: true })
  }
}

const version = (): string => JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).version
