import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const PROGRAM = `
  import { stopper } from ${JSON.stringify(join(import.meta.dirname, 'stopper.ts'))}
  stopper().add(async () => console.log('ended what it started'))
  setInterval(() => {}, 1000)
  console.log('ready')
`

describe('stopper()', () => {
  it('ends the server when npx is told to stop, though the shell between them passes nothing on', async () => {
    const shell = spawn('sh', ['-c', '"$NODE" --input-type=module-typescript -e "$PROGRAM"; true'], {
      env: { ...process.env, NODE: process.execPath, PROGRAM, npm_command: 'exec' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    shell.stdout.on('data', (text) => {
      said += text
      if (said === 'ready\n') shell.kill('SIGTERM')
    })
    await once(shell.stdout, 'close') // when the last one that could write to it has ended
    expect(said).toBe('ready\nended what it started\n')
  }, 10_000)
})
