import { join } from 'node:path'
import { explainFileError, fileRefusal } from '../data-folder/explain-file-error.ts'
import type { Database } from './database.ts'
import { embeddedSecret, rolePassword } from './role-passwords.ts'
import { type EmbeddedOptions, useEmbeddedServer } from './server/embedded-server.ts'
import { SUPERUSER } from './server/initialise.ts'

/** The database that lives in a data folder, its server started or joined. */
export async function embeddedDatabase(
  dataFolder: string,
  { name = 'tapestry', ...options }: EmbeddedOptions & { name?: string } = {},
): Promise<Database> {
  const records = join(dataFolder, 'records')
  const secret = explainFileError(dataFolder, () => embeddedSecret(records))
  const superuserPassword = rolePassword(secret, SUPERUSER)
  const server = await useEmbeddedServer(records, superuserPassword, options).catch((error) => {
    throw fileRefusal(dataFolder, error) ?? error
  })
  return {
    description: `embedded PostgreSQL in ${server.cluster}`,
    administrator: {
      host: server.host,
      port: server.port,
      user: SUPERUSER,
      password: superuserPassword,
      database: 'postgres',
      ssl: false, // a socket in a private folder; PGSSLMODE from the environment is about other servers
    },
    mayCreate: true,
    name,
    password: (role) => rolePassword(secret, role),
    leave: server.leave,
  }
}
