import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crime, csvOf, times, writeFile } from '../support/police-files.ts'
import { CHECKOUT, type Ground, ground } from './tapestry.ts'

const OUTCOME = 'Suspect charged, "as part of another case"'

describe('what the commands answer', { timeout: 30_000 }, () => {
  let here: Ground

  beforeAll(async () => {
    here = ground()
    for (const month of ['2024-01', '2024-02', '2024-04'])
      writeFile(
        here.file(`given/${month}-kent-street.csv`),
        csvOf(times(3, () => crime({ Month: month, 'Last outcome category': OUTCOME }))),
      )
    const given = await here.run(['evidence', 'import', here.file('given')])
    expect(given.code, given.stderr).toBe(0)
  }, 30_000)
  afterAll(() => here.remove())

  for (const command of [
    'evidence import given/2024-01-kent-street.csv',
    'evidence status',
    'evidence count --by month,type,lsoa',
    'assess --area E07000107 --year-ending 2024-04',
    'reference downloads --area E07000107',
  ])
    it(`${command} --json prints one JSON document and nothing else`, async () => {
      const { code, stdout, stderr } = await here.run([...command.split(' '), '--json'], { cwd: here.base })
      expect(code, stderr).toBe(0)
      expect(JSON.parse(stdout)).toBeTypeOf('object')
    })

  it('doctor --json prints one JSON document, with the records started and stopped', async () => {
    const { code, stdout, stderr } = await here.run(['doctor', '--json'])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
  })

  it('reference import --json prints one JSON document', async () => {
    const table = writeFile(
      here.file('lookup.csv'),
      'LSOA21CD,LSOA21NM,WD24CD,WD24NM,LAD24CD,LAD24NM\nE01024132,Dartford 001A,E05012392,Stone House,E07000107,Dartford\n',
    )
    const { code, stdout, stderr } = await here.run(['reference', 'import', table, '--json'])
    expect(code, stderr).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ file: table }] })
  })

  it('a count as CSV keeps values with commas and quotation marks whole', async () => {
    const { stdout, stderr } = await here.run(['evidence', 'count', '--by', 'month,outcome'])
    expect(stderr).toBe('warning: never delivered: March 2024\n')
    expect(parse(stdout, { columns: true })).toEqual([
      { month: '2024-01', outcome: OUTCOME, count: '3', status: expect.any(String) },
      { month: '2024-02', outcome: OUTCOME, count: '3', status: expect.any(String) },
      { month: '2024-03', outcome: '', count: '', status: 'missing' },
      { month: '2024-04', outcome: OUTCOME, count: '3', status: expect.any(String) },
    ])
  })

  it('a count of what is nowhere held says so', async () => {
    const { code, stderr } = await here.run(['evidence', 'count', '--by', 'month', '--where', 'district=E07000170'])
    expect(code).toBe(0)
    expect(stderr).toBe(
      'warning: nothing held is in scope, so there is nothing to count: see `tapestry evidence status`\n',
    )
  })

  it('files are named from the current folder, and the data folder never is it', async () => {
    const elsewhere = here.file('elsewhere')
    mkdirSync(elsewhere)
    const { code, stdout, stderr } = await here.run(['evidence', 'import', '../given'], { cwd: elsewhere })
    expect(code, stderr).toBe(0)
    expect(stdout).toContain('Nothing changed')
    expect(existsSync(join(elsewhere, 'evidence'))).toBe(false)
    const status = await here.run(['evidence', 'status', '--json'], { cwd: elsewhere, env: { TAPESTRY_DATA: '' } })
    expect(JSON.parse(status.stdout)).not.toMatchObject({ publishers: [{ rows: 9 }] })
  })

  it('--data comes before TAPESTRY_DATA, and is read from the current folder', async () => {
    const { stdout } = await here.run(['evidence', 'status', '--json', '--data', 'data'], {
      cwd: here.base,
      env: { TAPESTRY_DATA: here.file('another') },
    })
    expect(JSON.parse(stdout)).toMatchObject({ publishers: [{ rows: 9 }] })
  })

  it('a reader that leaves early is no fault', async () => {
    const program = `"${process.execPath}" "${join(CHECKOUT, 'src/cli/tapestry.mjs')}"`
    const { stderr, codes } = await shell(
      `${program} assess --area E07000107 --year-ending 2024-04 | head -c 20; echo "\${PIPESTATUS[@]}" >&2`,
      { TAPESTRY_DATA: here.data },
    )
    expect(codes).toBe('0 0')
    expect(stderr).not.toMatch(/EPIPE|Error|tapestry:/)
  })

  it('assess writes to a file whole, and says so', async () => {
    const out = here.file('assessment.html')
    const { code, stdout, stderr } = await here.run(
      'assess --area E07000107 --year-ending 2024-04 --format html --out'.split(' ').concat(out),
    )
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' })
    expect(stderr).toContain(`Written to ${out}.`)
    expect(readFileSync(out, 'utf8')).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\s*$/i)
    expect(readdirSync(here.base).filter((name) => name.includes('.part'))).toEqual([])
  })

  it('a document goes to a device as it is', async () => {
    const { code, stderr } = await here.run('assess --area E07000107 --year-ending 2024-04 --out /dev/null'.split(' '))
    expect(code, stderr).toBe(0)
    expect(statSync('/dev/null').isFile()).toBe(false)
  })

  it('asking leaves no temporary file behind', () => expect(here.held().temporary).toEqual([]))
})

function shell(script: string, env: NodeJS.ProcessEnv): Promise<{ stderr: string; codes: string }> {
  const child = spawn('bash', ['-c', script], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text))
  return new Promise((settle) =>
    child.on('close', () => {
      const lines = stderr.trimEnd().split('\n')
      settle({ codes: lines.pop()!, stderr: lines.join('\n') })
    }),
  )
}
