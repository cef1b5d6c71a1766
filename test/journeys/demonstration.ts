import { join } from 'node:path'
import { freePair, listening, secondsUntilQuiet } from '../commands/served.ts'
import { ground, launch } from '../commands/tapestry.ts'

/** A demonstration really started by its command, in a folder of its own, filled and serving. */
export async function startDemonstration() {
  const here = ground()
  const port = await freePair()
  const child = launch(['start', '--demo', '--port', `${port}`], { env: { TAPESTRY_DATA: here.data } })
  await listening(child).until(/Stop with Ctrl-C/)
  return {
    folder: join(here.data, 'demo'),
    file: here.file,
    run: here.run,
    staff: `http://127.0.0.1:${port}`,
    public: `http://127.0.0.1:${port + 1}`,
    async stop() {
      child.kill('SIGTERM')
      await secondsUntilQuiet(here.base)
      here.remove()
    },
  }
}
export type Demonstration = Awaited<ReturnType<typeof startDemonstration>>
