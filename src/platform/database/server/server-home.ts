import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { Account } from './account.ts'
import { handOver } from './hand-over.ts'
import { run } from './run.ts'

/** Where the cluster goes when the account may not enter the data folder. */
const ELSEWHERE = '/var/lib/tapestry'

/**
 * The private folder (0700) of the database server: inside the records folder when the account may work there. Root
 * without root's rights may not, in a folder that belongs to another person or behind their closed home; nor may
 * the system user in ours. Then it is one named after the cluster's password, so that a data folder that was moved
 * finds it again, and a new one made in the same place does not.
 */
export async function serverHome(account: Account, records: string, password: string): Promise<string> {
  const inside = join(records, 'server')
  if (account.kind === 'own') return made(inside, account)
  if (account.kind === 'namespace' && (await canWork(account, made(inside, account)))) return inside
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o711 })
  const outside = join(ELSEWHERE, createHash('sha256').update(`home of ${password}`).digest('hex').slice(0, 16))
  if (await canWork(account, made(outside, account))) return outside
  throw new Refusal(
    `PostgreSQL does not run as root, and without its rights can work neither in ${inside} nor in ${outside}: start as the owner of the data folder, or name a server in DATABASE_URL.`,
  )
}

function made(folder: string, account: Account): string {
  if (mkdirSync(folder, { recursive: true, mode: 0o700 }) !== undefined) handOver(folder, account)
  return folder
}

const canWork = async (account: Account, folder: string) =>
  (await run(account, '/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder])).status === 0
