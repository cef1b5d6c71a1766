import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { checkout } from '../../src/platform/data-folder/resolve-data-folder.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { embeddedDatabase } from '../../src/platform/database/embedded-database.ts'
import { givenDatabase } from '../../src/platform/database/given-database.ts'

const POSTGRESQL_15 = '/usr/lib/postgresql/15/bin'

/**
 * The server that tests clone their databases on: a server kept for tests alone (`TAPESTRY_TEST_DATABASE_URL`, its
 * role may create databases and roles), the system's PostgreSQL 15 (`TAPESTRY_TEST_POSTGRES15=1`), else the one npm
 * brought. The last two are shared by every test process and end with the last of them; they do not wait for the
 * disk, since nothing in them is worth a power cut.
 */
export async function testServer(name: string): Promise<Database> {
  const url = process.env.TAPESTRY_TEST_DATABASE_URL
  if (url) return onServer(url, name)
  const fifteen = process.env.TAPESTRY_TEST_POSTGRES15 === '1'
  if (fifteen && !existsSync(POSTGRESQL_15))
    throw new Error(`TAPESTRY_TEST_POSTGRES15 is set and ${POSTGRESQL_15} is missing: apt-get install postgresql-15.`)
  // a cluster belongs to one account: root's and an ordinary user's tests of one checkout keep apart
  const folder = join(checkout, '.cache', `test-records-${userInfo().uid}`, fifteen ? 'postgresql-15' : 'npm')
  return embeddedDatabase(folder, {
    name,
    binaries: fifteen ? POSTGRESQL_15 : undefined,
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
  })
}

function onServer(url: string, name: string): Database {
  const database = givenDatabase(url)
  return { ...database, name, mayCreate: true }
}
