import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { Account } from './account.ts'
import { handOver } from './hand-over.ts'
import { run } from './run.ts'

/** Where the system user's cluster goes when the data folder lies behind a home it may not enter. */
const ELSEWHERE = '/var/lib/tapestry'

/**
 * The private folder (0700) of the database server: inside the records folder when the account may work there,
 * else one of its own, named by the records folder's path.
 */
export async function serverHome(account: Account, records: string): Promise<string> {
  const inside = join(records, 'server')
  if (account.kind !== 'system-user') return made(inside, account)
  chmodSync(records, 0o711) // enter, not list: everything in it is private by itself
  if (await canWork(account, made(inside, account))) return inside
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o711 })
  const outside = join(ELSEWHERE, createHash('sha256').update(realpathSync(records)).digest('hex').slice(0, 16))
  if (await canWork(account, made(outside, account))) return outside
  throw new Refusal(
    `The system user "tapestry" can work neither in ${inside} nor in ${outside}: name a data folder it can reach with --data, or a server in DATABASE_URL.`,
  )
}

function made(folder: string, account: Account): string {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) handOver(folder, account)
  return folder
}

const canWork = async (account: Account, folder: string) =>
  (await run(account, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder])).status === 0
