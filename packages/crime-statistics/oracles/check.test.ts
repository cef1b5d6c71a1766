import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'oracles-'))
afterAll(() => rmSync(folder, { recursive: true }))

const check = (...args: string[]) => {
  const env = { ...process.env, INIT_CWD: folder }
  const { status, stdout, stderr } = spawnSync('node', [join(import.meta.dirname, 'check.ts'), ...args], {
    env,
    encoding: 'utf8',
  })
  return { status, last: stdout.trim().split('\n').at(-1), stdout, stderr }
}
const write = (file: string, text: string) => {
  mkdirSync(join(folder, file, '..'), { recursive: true })
  writeFileSync(join(folder, file), text)
}

/** The layout of a_rates/rates.json cut to one of its parts: the others are missing, and so must fail. */
describe('npm run oracles', () => {
  it('ends with 2 and says how to call it when no folder, or none of that name, is given', () => {
    expect(check()).toMatchObject({ status: 2, stderr: expect.stringContaining('npm run oracles -- DIR') })
    expect(check('absent')).toMatchObject({ status: 2, stderr: expect.stringContaining('absent is not a folder') })
  })

  it('fails on a folder without reference files: nothing was checked', () => {
    mkdirSync(join(folder, 'empty'))
    expect(check('empty')).toMatchObject({ status: 1, last: '0 passed, 0 failed' })
  })

  it('fails a file whose layout has no suite, one that is not JSON and one that lacks its parts, and goes on', () => {
    write('odd/z_new/new.json', '{}')
    write('odd/x_extra/coords.json', 'no JSON')
    write('odd/x_extra/point_in_polygon.json', '{}')
    const { status, stdout, last } = check('odd')
    expect(status).toBe(1)
    expect(stdout).toContain('no suite is written for this layout')
    expect(last).toMatch(/^0 passed, [3-9] failed$/)
  })
})
