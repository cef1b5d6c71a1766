import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { IMPORT_STEPS } from '../../src/collate/import/import-evidence.ts'
import { readCatalogue } from '../../src/platform/evidence/catalogue.ts'
import { type Trial, trialFolder } from '../support/evidence.ts'
import { crime, crimeId, csvOf, incident, times, writeZip } from '../support/police-files.ts'

/** 6 moments keep `npm test` short; set to 50 for the full proof. */
const MOMENTS = Number(process.env.TAPESTRY_CRASH_MOMENTS ?? 6)
const NOW = '2026-02-01T00:00:00.000Z'

let before: Trial
let incoming: string
let old: State
let fresh: State
/** from the first step to the end of an import that nobody disturbs */
let duration = 0

interface State {
  release: string | null
  counts: unknown
}

const stateOf = async (trial: Trial): Promise<State> => ({
  release: trial.catalogue().current,
  counts: await trial.count('month,type'),
})

/** January is held; then come January again, February with bad rows, and March in an archive. */
beforeAll(async () => {
  before = trialFolder()
  await before.give(before.write('2025-01-kent-street.csv', times(400, crime)), { now: '2026-01-01T00:00:00.000Z' })
  before.write('incoming/2025-01-kent-street.csv', [...times(3000, crime), ...times(500, () => incident())])
  const february = times(3000, () => crime({ Month: '2025-02' }))
  before.write('incoming/2025-02-kent-street.csv.gz', [...february, crime({ Month: '2025-14' })])
  const march = csvOf(times(3000, () => crime({ Month: '2025-03', 'Crime ID': crimeId(7) })))
  await writeZip(before.file('incoming/march.zip'), [['2025-03/2025-03-kent-street.csv', march]])
  incoming = before.file('incoming')
  old = await stateOf(before)
  const whole = copyOf(before)
  duration = (await run(whole)).afterFirstStep
  fresh = await stateOf(whole)
  whole.remove()
}, 60_000)
afterAll(() => before.remove())

function copyOf(from: Trial): Trial {
  const copy = trialFolder()
  cpSync(from.dataFolder, copy.dataFolder, { recursive: true })
  return copy
}

/** Runs the import in a process of its own; `kill` says when to kill it from outside, in ms after its first step. */
async function run(trial: Trial, { step = '', nth = 1, kill }: { step?: string; nth?: number; kill?: number } = {}) {
  const script = join(import.meta.dirname, 'import-process.ts')
  const child = spawn(process.execPath, [script, trial.dataFolder, incoming, step, String(nth)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let steps = ''
  let began = 0
  child.stdout.on('data', (text) => {
    steps += text
    if (began > 0) return
    began = performance.now()
    if (kill !== undefined) void pause(kill).then(() => child.kill('SIGKILL'))
  })
  const [code, signal] = await ended
  return { code, signal, afterFirstStep: performance.now() - began, steps: steps.trim().split('\n') }
}

/** What must hold after any crash; says whether the old or the new release stood. */
async function recovers(trial: Trial): Promise<'old' | 'new'> {
  const found = await stateOf(trial)
  const stood = found.release === old.release ? 'old' : 'new'
  expect(found).toEqual(stood === 'old' ? old : fresh)

  await trial.give(incoming, { now: NOW })
  expect(await stateOf(trial)).toEqual(fresh)
  const { folder } = trial
  const { deliveries } = readCatalogue(folder)
  expect(readdirSync(folder.deliveries).sort()).toEqual(deliveries.map(({ id }) => id).sort())
  expect(readdirSync(folder.rejected)).toEqual(
    deliveries.filter(({ rejected }) => Object.keys(rejected).length > 0).map(({ id }) => `${id}.csv`),
  )
  expect(readdirSync(folder.staging)).toEqual([])
  expect(existsSync(folder.lock)).toBe(false)
  expect(readdirSync(folder.root).sort()).toEqual([
    'catalogue.json',
    'deliveries',
    'figures',
    'projections',
    'references',
    'rejected',
    'staging',
  ])
  return stood
}

describe('an import killed with SIGKILL', { timeout: 120_000 }, () => {
  const reached: string[] = []
  const points = IMPORT_STEPS.flatMap((step) =>
    (step === 'file read' || step === 'delivery stored' ? [1, 2, 3] : [1]).map((nth) => ({ step, nth })),
  )
  for (const { step, nth } of points)
    it(`at "${step}"${nth > 1 ? `, time ${nth},` : ''} leaves the old release or the new one, and the next import finishes the work`, async () => {
      const trial = copyOf(before)
      const { signal, steps } = await run(trial, { step, nth })
      expect(signal).toBe('SIGKILL')
      expect(steps.at(-1)).toBe(step)
      const stood = await recovers(trial)
      expect(stood).toBe(IMPORT_STEPS.indexOf(step) < IMPORT_STEPS.indexOf('catalogue written') ? 'old' : 'new')
      reached.push(`${step} ${nth} → ${stood}`)
      trial.remove()
    })

  it('was killed at every named step', () => {
    console.log(`Killed at: ${reached.join('; ')}`)
    expect(reached).toHaveLength(points.length)
  })

  it(`at ${MOMENTS} moments spread over it leaves one release or the other each time`, {
    timeout: 30_000 + MOMENTS * 10_000,
  }, async () => {
    const tally = new Map<string, number>()
    for (let moment = 0; moment < MOMENTS; moment++) {
      const trial = copyOf(before)
      const { signal, steps } = await run(trial, { kill: ((moment + Math.random()) / MOMENTS) * duration * 1.05 })
      const stood = await recovers(trial)
      const what = `${signal ? `killed after "${steps.at(-1)}"` : 'ended first'} → ${stood}`
      tally.set(what, (tally.get(what) ?? 0) + 1)
      trial.remove()
    }
    console.log(
      `${MOMENTS} moments over ${Math.round(duration)} ms:\n${[...tally].map(([what, n]) => `  ${n} ${what}`).join('\n')}`,
    )
  })

  it('when it was the first of a folder leaves nothing in the way of the next', async () => {
    for (const step of ['delivery stored', 'catalogue to be written'] as const) {
      const trial = trialFolder()
      await run(trial, { step })
      expect(trial.catalogue().current).toBeNull()
      const { accepted } = await trial.give(incoming, { now: NOW })
      expect(accepted).toBe(9500)
      trial.remove()
    }
  })
})
