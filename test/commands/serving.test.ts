import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'

import { freePair, listening, processesOf, secondsUntilQuiet } from './served.ts'
import { CHECKOUT, ground, launch, refusalIn } from './tapestry.ts'

/** The demonstration, filled once for all of these. */
describe('the demonstration, served', { timeout: 60_000 }, () => {
  const here = ground()
  const demo = join(here.data, 'demo')
  afterEach(async () => {
    for (const line of processesOf(here.base)) process.kill(Number.parseInt(line, 10), 'SIGKILL')
    await secondsUntilQuiet(here.base)
  })
  afterAll(() => here.remove())
  const env = { TAPESTRY_DATA: here.data }
  const startDemo = (port: number) => launch(['start', '--demo', '--port', `${port}`], { env })
  const page = async (port: number, path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: response.status, text: await response.text() }
  }
  const nothingHeld = () => {
    expect(existsSync(join(demo, 'lock'))).toBe(false)
    expect(existsSync(join(demo, 'incoming'))).toBe(false)
  }

  it('stopped during its first fill, it ends everything at once', async () => {
    const child = startDemo(await freePair())
    const server = listening(child)
    await server.until(/Writing synthetic police files/)
    child.kill('SIGINT')
    expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
    expect(existsSync(join(demo, 'lock'))).toBe(false)
  })

  it('killed in the midst of its import, it completes at the next start', async () => {
    const child = startDemo(await freePair())
    await listening(child).until(/Importing [\d,]+ synthetic rows/)
    await pause(1000)
    child.kill('SIGKILL')
    const port = await freePair()
    const again = startDemo(port)
    await listening(again).until(/Stop with Ctrl-C/)
    const assessment = await page(port, '/assess/strategic-assessment')
    expect(assessment.status).toBe(200)
    expect(assessment.text).toContain('2,564')
    expect(readdirSync(join(demo, 'evidence/staging'))).toEqual([])
    expect(existsSync(join(demo, 'incoming'))).toBe(false)
    again.kill('SIGTERM')
    expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
    nothingHeld()
  })

  it('other commands work beside it, a second start is refused in one line, and pages refuse plainly', async () => {
    const port = await freePair()
    const child = startDemo(port)
    await listening(child).until(/Stop with Ctrl-C/)
    const beside = ['--data', demo]
    const answers = await Promise.all([
      here.run(['evidence', 'status', ...beside]),
      here.run(
        'evidence count --by year-ending --where district=E07000107 --where group=asb'.split(' ').concat(beside),
      ),
      here.run('assess --area E07000107 --year-ending 2021-09'.split(' ').concat(beside)),
      here.run(['doctor', ...beside]),
    ])
    for (const { code, stderr } of answers) expect(code, stderr).toBe(0)
    expect(answers[0].stdout).toContain('Synthetic: made up for a demonstration')
    expect(answers[1].stdout).toMatch(/^2021-09,2564,delivered,synthetic$/m)
    expect(answers[3].stdout).toMatch(/Server: running, process \d+/)

    const second = await here.run(['start', '--demo', '--port', `${await freePair()}`])
    expect(refusalIn(second)).toMatch(/is already served by process \d+: use that one, stop it first, or name another/)
    const elsewhere = here.file('elsewhere')
    expect(refusalIn(await here.run(['start', '--data', elsewhere, '--port', `${port}`]))).toMatch(
      new RegExp(`^Port ${port} or ${port + 1} is in use by another program, or not open`),
    )
    expect(processesOf(elsewhere)).toEqual([])

    for (const path of [
      '/assess/strategic-assessment?area=E99',
      '/assess/strategic-assessment?year-ending=2026-13',
      '/assess/strategic-assessment?area=E07000223',
      '/assess/strategic-assessment?area=E99&area=E98',
    ]) {
      const { status, text } = await page(port, path)
      expect(status, path).toBe(400)
      expect(text.match(/<h1/g), path).toHaveLength(1)
      expect(text, path).not.toMatch(/\n\s+at .*:\d+:\d+|node_modules/)
    }
    expect((await page(port, '/nowhere')).status).toBe(404)
    for (const site of [port, port + 1])
      expect(await page(site, '/%E0%A4%A')).toEqual({
        status: 400,
        text: 'There is a problem with what was asked for\nCheck the address or the form, then try again.\n',
      })
    expect((await page(port, '/figures/nonsense')).status).toBe(400)

    child.kill('SIGTERM')
    expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
    nothingHeld()
  })

  it('other commands work without it, and leave nothing running', async () => {
    const { code, stdout, stderr } = await here.run(['doctor', '--data', demo])
    expect(code, stderr).toBe(0)
    expect(stdout).toMatch(/Server: not running/)
    expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
  })

  it('killed outright, it starts again', async () => {
    const child = startDemo(await freePair())
    await listening(child).until(/Stop with Ctrl-C/)
    child.kill('SIGKILL')
    const port = await freePair()
    const again = startDemo(port)
    await listening(again).until(/Stop with Ctrl-C/)
    expect((await page(port, '/')).status).toBe(200)
    again.kill('SIGINT')
    expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
    nothingHeld()
  })

  for (const [title, command, args] of [
    ['npm start', 'npm', ['start', '--']],
    ['npx', 'npx', ['--no', 'tapestry', 'start', '--demo']],
  ] as const)
    for (const [signal, whole] of [
      ['SIGTERM', false],
      ['SIGINT', true],
    ] as const)
      it(`${title}: ${signal}${whole ? ' from the terminal, to all at once,' : ''} ends everything`, async () => {
        const port = await freePair()
        const child = spawn(command, [...args, '--port', `${port}`], {
          cwd: CHECKOUT,
          env: { ...process.env, ...env },
          stdio: ['ignore', 'pipe', 'pipe'],
          detached: true,
        })
        await listening(child).until(/Stop with Ctrl-C/)
        signalTo(child, signal, whole)
        expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
        nothingHeld()
      })

  it('goes on serving when the reader of its addresses leaves', async () => {
    const port = await freePair()
    const child = startDemo(port)
    child.stdout!.destroy()
    while (!(await page(port, '/health/ready').catch(() => undefined))) await pause(50)
    await pause(300)
    expect((await page(port, '/health/ready')).status).toBe(200)
    child.kill('SIGTERM')
    expect(await secondsUntilQuiet(here.base)).toBeLessThan(10)
  })
})

const signalTo = (child: ChildProcess, signal: NodeJS.Signals, whole: boolean) =>
  process.kill(whole ? -child.pid! : child.pid!, signal)
