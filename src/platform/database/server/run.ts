import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export interface Outcome {
  status: number | null
  output: string
}

/** Run a program to its end as the account does, in a folder it can enter. Output is both streams, in order. */
export function run(account: Account, program: string, args: readonly string[]): Promise<Outcome> {
  const [command, all] = account.command(program, args)
  return new Promise((resolve, reject) => {
    const child = spawn(command, all, { ...account.ids, cwd: '/', env: serverEnvironment() })
    const abandon = () => child.kill()
    process.once('exit', abandon)
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EACCES' || error.code === 'ENOENT'
        ? resolve({ status: null, output: error.message })
        : reject(error),
    )
    child.on('close', (status) => {
      process.off('exit', abandon)
      resolve({ status, output })
    })
  })
}

/** Only what PostgreSQL needs: a PGDATA or PGPORT of the person's own must not reach our server, nor their secrets. */
export const serverEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' })
