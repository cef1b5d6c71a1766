import type { ClientConfig } from 'pg'
import type { LoginRole } from './roles.ts'

/** One PostgreSQL database, ours or a council's, before anyone has signed in to it. */
export interface Database {
  /** for people: which server this is, without any secret */
  description: string
  /** whoever may make roles; used only when a role cannot sign in yet */
  administrator: ClientConfig
  /** make the database too, when it is missing: ours to do on the embedded server only */
  mayCreate: boolean
  name: string
  password(role: LoginRole): string
  /** stop using the server */
  leave(): Promise<void>
}

/** How a role connects to it. */
export function connectionFor(database: Database, role: LoginRole): ClientConfig {
  return { ...database.administrator, database: database.name, user: role, password: database.password(role) }
}
