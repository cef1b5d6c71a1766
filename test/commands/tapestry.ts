import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect } from 'vitest'

export const CHECKOUT = resolve(import.meta.dirname, '../..')
const PROGRAM = join(CHECKOUT, 'src/cli/tapestry.mjs')

/** How one command ended. */
export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  stdout: string
  stderr: string
  seconds: number
}

export interface Setting {
  /** the current folder; the checkout when left out */
  cwd?: string
  env?: NodeJS.ProcessEnv
}

/** Starts a command as a person at a terminal would; nothing of this process's own settings reaches it. */
export function launch(args: string[], { cwd = CHECKOUT, env = {} }: Setting = {}): ChildProcess {
  const { TAPESTRY_DATA, DATABASE_URL, ...inherited } = process.env
  return spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Runs a command to its end. */
export async function tapestry(args: string[], setting?: Setting): Promise<Ended> {
  const started = performance.now()
  const child = launch(args, setting)
  let stdout = ''
  let stderr = ''
  child.stdout!.setEncoding('utf8').on('data', (text) => (stdout += text))
  child.stderr!.setEncoding('utf8').on('data', (text) => (stderr += text))
  return new Promise((settle) =>
    child.on('close', (code, signal) =>
      settle({ code, signal, stdout, stderr, seconds: (performance.now() - started) / 1000 }),
    ),
  )
}

/** What a person is told on standard error besides warnings, notes and progress. */
const linesSaid = (stderr: string) =>
  stderr.split('\n').filter((line) => line !== '' && !/^(warning|note|passed over): /.test(line))

/** The one line a command was refused with: exit code 1, nothing on standard output, no stack. */
export function refusalIn(ended: Ended): string {
  expect(ended, ended.stderr).toMatchObject({ code: 1, stdout: '' })
  return onlyLine(ended)
}

/** The one line that wrong usage gets: exit code 2. */
export function usageIn(ended: Ended): string {
  expect(ended, ended.stderr).toMatchObject({ code: 2, stdout: '' })
  return onlyLine(ended)
}

function onlyLine({ stderr }: Ended): string {
  const lines = linesSaid(stderr)
  expect(lines, stderr).toHaveLength(1)
  expect(lines[0]).toMatch(/^tapestry: \S/)
  expect(lines[0], 'a fault of ours, not a refusal').not.toContain('should not have')
  return lines[0]!.slice('tapestry: '.length)
}

/** A folder of a test's own: a data folder, a place for files, and a temporary folder that must end empty. */
export function ground() {
  const base = mkdtempSync(join(tmpdir(), 'tapestry-commands-'))
  const temporary = join(base, 'tmp')
  mkdirSync(temporary)
  const data = join(base, 'data')
  return {
    base,
    data,
    /** where a test's own file of that name goes */
    file: (name: string) => join(base, name),
    run: (args: string[], { cwd, env }: Setting = {}) =>
      tapestry(args, {
        ...(cwd && { cwd }),
        env: { TAPESTRY_DATA: data, TMPDIR: temporary, ...env },
      }),
    /** everything that evidence holds, and what lies about: equal before and after a refusal */
    held: () => ({ ...evidenceIn(data), temporary: readdirSync(temporary) }),
    remove: () => rmSync(base, { recursive: true, force: true }),
  }
}
export type Ground = ReturnType<typeof ground>

function evidenceIn(data: string) {
  const evidence = join(data, 'evidence')
  if (!existsSync(evidence)) return { catalogue: undefined, files: [] }
  const catalogue = join(evidence, 'catalogue.json')
  return {
    catalogue: existsSync(catalogue) ? readFileSync(catalogue, 'utf8') : undefined,
    files: readdirSync(evidence, { recursive: true, encoding: 'utf8' }).sort(),
  }
}
