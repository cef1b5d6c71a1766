import { randomUUID } from 'node:crypto'
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { Account } from './account.ts'
import type { BinariesFolder } from './binaries.ts'
import { run } from './run.ts'

/** The cluster's own superuser. It makes the roles and the database; nothing else is ever done as it. */
export const SUPERUSER = 'tapestry_cluster'

const DRAFT = '.new-'

/**
 * Make the cluster in `home` unless it is there: C collation (the same order on every machine; people's sorting is
 * the application's), UTF-8, checksums on every page, and a password for every role. One that was not finished is
 * begun again.
 */
export async function initialise(home: string, binaries: BinariesFolder, account: Account, password: string) {
  const cluster = join(home, 'postgresql')
  if (existsSync(cluster)) return requireSameMajor(cluster, binaries, account)
  discardDrafts(home)
  const draft = `${cluster}${DRAFT}${randomUUID()}` // its own: a killed start's initdb may still be at work on another
  const passwordFile = join(home, `password${DRAFT}${randomUUID()}`)
  writeFileSync(passwordFile, password, { mode: 0o600 })
  try {
    if (account.ids.uid !== undefined) chownSync(passwordFile, account.ids.uid, account.ids.gid!)
    const options = ['--encoding=UTF8', '--locale=C', '--data-checksums', '--auth=scram-sha-256', '--no-instructions']
    const named = [`--pgdata=${draft}`, `--username=${SUPERUSER}`, `--pwfile=${passwordFile}`]
    const made = await run(account, join(binaries, 'initdb'), [...options, ...named])
    if (made.status !== 0)
      throw new Refusal(`The records database could not be made in ${home}: ${lastError(made.output)}.`)
    renameSync(draft, cluster)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/** What killed starts left. One that is still being written to is left for next time. */
function discardDrafts(home: string) {
  for (const entry of readdirSync(home).filter((name) => name.includes(DRAFT))) {
    try {
      rmSync(join(home, entry), { recursive: true, force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOTEMPTY') throw error
    }
  }
}

async function requireSameMajor(cluster: string, binaries: BinariesFolder, account: Account) {
  const written = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const { output } = await run(account, join(binaries, 'postgres'), ['--version'])
  const running = /(\d+)[.\d]*/.exec(output)?.[1]
  if (running !== written)
    throw new Refusal(
      `The records in ${cluster} were written by PostgreSQL ${written} and this version brings ${running}: restore a backup into a new data folder.`,
    )
}

/** The line that says why, without PostgreSQL's program name. */
export function lastError(output: string): string {
  const lines = output.trim().split('\n')
  const telling = lines.findLast((line) => /error|fatal|panic/i.test(line)) ?? lines.at(-1) ?? 'no reason was given'
  return telling.replace(/^.*?(error|FATAL|PANIC):\s*/i, '').replace(/\.$/, '')
}
