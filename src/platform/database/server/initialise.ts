import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { Account } from './account.ts'
import type { BinariesFolder } from './binaries.ts'
import { run } from './run.ts'

/** The cluster's own superuser. It makes the roles and the database; nothing else is ever done as it. */
export const SUPERUSER = 'tapestry_cluster'

/**
 * Make the cluster in `home` unless it is there: C collation (the same order on every machine; people's sorting is
 * the application's), UTF-8, checksums on every page, and a password for every role. One that was not finished is
 * begun again.
 */
export async function initialise(home: string, binaries: BinariesFolder, account: Account, password: string) {
  const cluster = join(home, 'postgresql')
  if (existsSync(cluster)) return requireSameMajor(cluster, binaries, account)
  const draft = `${cluster}.new`
  const passwordFile = join(home, 'password')
  rmSync(draft, { recursive: true, force: true })
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
