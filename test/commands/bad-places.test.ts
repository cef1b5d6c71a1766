import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { crime, csvOf, times, writeFile } from '../support/police-files.ts'
import { type Ground, ground, refusalIn } from './tapestry.ts'

const isRoot = process.getuid?.() === 0
const canMount = isRoot && process.platform === 'linux' && mountWorks()
const whyNot = canMount ? '' : ' (skipped: mounting a small disk needs root on Linux)'

function mountWorks(): boolean {
  const trial = ground()
  mkdirSync(trial.data)
  const works = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', trial.data]).status === 0
  if (works) spawnSync('umount', [trial.data])
  trial.remove()
  return works
}

describe.skipIf(!canMount)(`a data folder on a bad disk${whyNot}`, { timeout: 60_000 }, () => {
  let here: Ground
  const mount = (...options: string[]) => {
    const { status, stderr } = spawnSync('mount', options, { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
  }
  const file = (month: string, rows: number) =>
    writeFile(here.file(`${month}-kent-street.csv`), csvOf(times(rows, () => crime({ Month: month }))))

  beforeAll(() => {
    here = ground()
    mkdirSync(here.data)
  })
  afterEach(() => spawnSync('umount', [here.data]))
  afterAll(() => here.remove())

  it('that fills during an import: refused in one line, the old release stands, and it works once there is room', async () => {
    mount('-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', here.data)
    expect((await here.run(['evidence', 'import', file('2025-01', 20)])).code).toBe(0)
    const before = here.held()
    const large = file('2025-02', 20_000)
    const { bavail, bsize } = statfsSync(here.data)
    writeFileSync(join(here.data, '.ballast'), Buffer.alloc(bavail * bsize - 60_000))
    expect(refusalIn(await here.run(['evidence', 'import', large]))).toMatch(
      new RegExp(`^The data folder ${here.data} cannot be written, its disk is full: free some space`),
    )
    expect(here.held()).toEqual(before)
    mount('-o', 'remount,size=64m', here.data)
    const again = await here.run(['evidence', 'import', large, '--json'])
    expect(again.code, again.stderr).toBe(0)
    expect(JSON.parse(again.stdout)).toMatchObject({ accepted: 20_000, changed: true })
  })

  it('too small for the records: start says so in one line and leaves nothing running', async () => {
    mount('-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', here.data)
    expect(refusalIn(await here.run(['start']))).toMatch(/disk is full|no space/i)
    expect(existsSync(join(here.data, 'lock'))).toBe(false)
  })

  it('that is read-only: what is held can be asked, nothing can be added', async () => {
    const given = await here.run(['evidence', 'import', file('2025-01', 20)])
    expect(given.code, given.stderr).toBe(0)
    mount('--bind', here.data, here.data)
    mount('-o', 'remount,bind,ro', here.data)
    const readOnly = new RegExp(
      `^The data folder ${here.data} cannot be written, its file system is read-only: remount`,
    )
    expect(refusalIn(await here.run(['evidence', 'import', file('2025-02', 5)]))).toMatch(readOnly)
    expect(refusalIn(await here.run(['start']))).toMatch(readOnly)
    expect((await here.run(['evidence', 'status'])).code).toBe(0)
    const count = await here.run(['evidence', 'count', '--by', 'month'])
    expect(count.stdout, count.stderr).toBe('month,count,status\n2025-01,20,delivered\n')
  })

  it('a full disk under --out leaves no half of a document', async () => {
    const given = await here.run(['evidence', 'import', file('2025-01', 20)])
    expect(given.code, given.stderr).toBe(0)
    const small = here.file('small')
    mkdirSync(small)
    mount('-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', small)
    try {
      const out = join(small, 'assessment.json')
      writeFileSync(out, 'the former one')
      const line = refusalIn(await here.run(['assess', '--area', 'E07000107', '--out', out]))
      expect(line).toMatch(/assessment\.json cannot be written \(its disk is full\): name another file/)
      expect(readdirSync(small)).toEqual(['assessment.json'])
      expect(readFileSync(out, 'utf8')).toBe('the former one')
    } finally {
      spawnSync('umount', [small])
    }
  })
})

describe.skipIf(!isRoot)(
  `a folder this account may not write${isRoot ? '' : ' (skipped: needs root to be somebody else)'}`,
  () => {
    it('is refused in one line', { timeout: 30_000 }, async () => {
      const here = ground()
      try {
        mkdirSync(here.data)
        chownSync(here.data, 65_534, 65_534)
        chmodSync(here.data, 0o500)
        chmodSync(here.base, 0o755)
        const path = writeFile(here.file('2025-01-kent-street.csv'), csvOf([crime()]))
        // root may write everywhere, so this is asked as nobody
        const asNobody = `import('node:process').then(({ setgid, setuid }) => { setgid(65534); setuid(65534) })`
        const ended = await here.run(['evidence', 'import', path], {
          env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(`await ${asNobody}`)}` },
        })
        expect(refusalIn(ended)).toMatch(/cannot be written by this account: change its owner or permissions/)
        expect(readdirSync(here.data)).toEqual([])
      } finally {
        here.remove()
      }
    })
  },
)
