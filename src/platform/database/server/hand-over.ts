import { chownSync, lchownSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** Give a folder and all it holds to the account that must own it; nothing to do for any but the system user. */
export function handOver(folder: string, { ids: { uid, gid } }: Account) {
  if (uid === undefined || gid === undefined) return
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, entry), uid, gid)
}
