import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Refusal } from '../../../vocabulary/refusal.ts'

/**
 * PostgreSQL refuses to run as root. An account says how to start its programs so that they are not: as we are;
 * inside a user namespace where our uid 0 is shown as another (files stay ours, under a 0700 home too); or as the
 * system user `tapestry`, who owns what the server writes.
 */
export interface Account {
  kind: 'own' | 'namespace' | 'system-user'
  command(program: string, args: readonly string[]): [string, string[]]
  /** for spawn, and for handing folders over */
  ids: { uid?: number; gid?: number }
}

const own: Account = { kind: 'own', command: (program, args) => [program, [...args]], ids: {} }

export function chooseAccount(): Account {
  if (process.getuid?.() !== 0) return own
  return namespaceAccount() ?? systemUserAccount()
}

/** Not offered by every kernel or container: undefined where it does not work. */
export function namespaceAccount(): Account | undefined {
  const uid = shownUid()
  if (uid === undefined) return undefined
  const wrap = ['--user', `--map-user=${uid}`, '--']
  const seen = spawnSync('unshare', [...wrap, 'id', '-u'], { encoding: 'utf8' })
  if (seen.status !== 0 || seen.stdout.trim() !== uid) return undefined
  return { kind: 'namespace', command: (program, args) => ['unshare', [...wrap, program, ...args]], ids: {} }
}

/** initdb looks its uid up: any account in the list does, since only the namespace is shown it. */
function shownUid(): string | undefined {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n')
  return lines.map((line) => line.split(':')[2]).find((uid) => uid !== undefined && /^[1-9]\d*$/.test(uid))
}

const USER = 'tapestry'

/** The system user, made when there is none. Never `nobody`, whose files any other program run as nobody may open. */
export function systemUserAccount(): Account {
  const ids = lookUp() ?? create()
  return { kind: 'system-user', command: own.command, ids }
}

function create() {
  const made = spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', USER])
  const ids = made.status === 0 ? lookUp() : undefined
  if (ids) return ids
  throw new Refusal(
    'PostgreSQL does not run as root, and neither a user namespace nor a system user "tapestry" could be made: start as an ordinary user, or name a server in DATABASE_URL.',
  )
}

function lookUp() {
  const id = (flag: string) => Number.parseInt(spawnSync('id', [flag, USER], { encoding: 'utf8' }).stdout, 10)
  const [uid, gid] = [id('-u'), id('-g')]
  return uid > 0 && gid > 0 ? { uid, gid } : undefined
}
