import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** Another process with the records of `folder` open. */
export interface RecordsProcess {
  child: ChildProcess
  /** let it close them, and end */
  close(): Promise<void>
  /** as a power cut or an impatient administrator would */
  kill(): Promise<void>
}

/** A process that is about to open them. */
export function startInAnotherProcess(folder: string) {
  const script = `${import.meta.dirname}/records-process.ts`
  return spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'pipe'] })
}

/** @throws Error with what the process said when it could not open them */
export async function openInAnotherProcess(folder: string): Promise<RecordsProcess> {
  const child = startInAnotherProcess(folder)
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const ended = once(child, 'exit')
  const line = await Promise.race([once(createInterface(child.stdout), 'line').then(String), ended.then(() => '')])
  if (line !== 'open true') throw new Error(`the other process did not open the records: ${said}`)
  return {
    child,
    close: async () => {
      child.stdin.end()
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
