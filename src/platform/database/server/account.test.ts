import { describe, expect, it } from 'vitest'
import { chooseAccount, namespaceAccount } from './account.ts'
import { run } from './run.ts'

const root = process.getuid?.() === 0
const namespaces = root && namespaceAccount() !== undefined

describe('chooseAccount', () => {
  it('never starts a program as root', async () => {
    const { output } = await run(chooseAccount(), 'id', ['-u'])
    expect(Number(output)).toBeGreaterThan(0)
  })

  it.runIf(namespaces)('leaves root’s files root’s own, and takes root’s other rights away', async () => {
    const account = chooseAccount()
    expect(account.kind).toBe('namespace')
    const { output } = await run(account, '/bin/sh', [
      '-c',
      'cat /etc/shadow >/dev/null && grep CapEff /proc/self/status',
    ])
    expect(output).toMatch(/CapEff:\s+0+\n/)
  })

  it.skipIf(root)('is the ordinary user’s own account', () => {
    expect(chooseAccount().kind).toBe('own')
  })

  it('passes on none of the person’s environment but the path', async () => {
    process.env.PGDATA = '/somewhere/else'
    const { output } = await run(chooseAccount(), '/bin/sh', ['-c', 'env'])
    delete process.env.PGDATA
    expect(output).not.toContain('PGDATA')
  })
})
