import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Two free ports in a row, for a server's two sites. */
export async function freePair(): Promise<number> {
  for (let port = 20_000 + (process.pid % 20_000); ; port += 2)
    if ((await isFree(port)) && (await isFree(port + 1))) return port
}

const isFree = (port: number) =>
  new Promise<boolean>((settle) => {
    const probe = createServer()
    probe.once('error', () => settle(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => settle(true)))
  })

/** What a running child has said so far, and a way to wait for more. */
export function listening(child: ChildProcess) {
  let said = ''
  let ended: { code: number | null; signal: NodeJS.Signals | null } | undefined
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text) => {
      said += text
    })
  const end = new Promise<NonNullable<typeof ended>>((settle) =>
    child.on('exit', (code, signal) => {
      ended = { code, signal }
      settle(ended)
    }),
  )
  return {
    said: () => said,
    end,
    /** waits until it has said something like this; an error when it ended first */
    async until(pattern: RegExp): Promise<void> {
      while (!pattern.test(said)) {
        if (ended) throw new Error(`it ended (${ended.code ?? ended.signal}) before saying ${pattern}: ${said}`)
        await pause(20)
      }
    },
  }
}

/**
 * Every living process that has to do with a folder: its path is on the command line, in the environment or is where the
 * process stands. Linux only: elsewhere the list is empty.
 */
export function processesOf(folder: string): string[] {
  if (!existsSync('/proc/self/environ')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const about = ['cmdline', 'environ', 'stat'].map((part) => read(join('/proc', pid, part)))
      if (!about.slice(0, 2).some((text) => text.includes(folder)) || about[2]!.includes(') Z ')) return []
      return [`${pid} ${about[0]!.replaceAll('\0', ' ').slice(0, 120)}`]
    })
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return '' // it has ended since it was listed, or belongs to somebody else
  }
}

/** Waits until nothing of a folder runs any more, and says how many seconds that took. */
export async function secondsUntilQuiet(folder: string, atMost = 10): Promise<number> {
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  while (processesOf(folder).length > 0) {
    if (seconds() > atMost) throw new Error(`after ${atMost} s still running: ${processesOf(folder).join('; ')}`)
    await pause(50)
  }
  return seconds()
}
