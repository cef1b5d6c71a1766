import { demonstrationFolder, lockForServer, openDataFolder } from '../platform/data-folder/index.ts'
import { Refusal } from '../vocabulary/refusal.ts'
import { command, resolveDataFolder, say, tell } from './options.ts'
import { stopper } from './serve/stopper.ts'

interface Options {
  data?: string
  port?: string
  demo?: boolean
}

const DEFAULT_PORT = 4000

export const start = () =>
  command('start', 'serve the staff and public sites until stopped (Ctrl-C)')
    .option(
      '--port <number>',
      `the staff site’s port, the public site’s is the next (default: the first free from ${DEFAULT_PORT})`,
    )
    .option('--demo', 'the demonstration, in the data folder’s demo/: filled when new')
    .action(async (options: Options) => {
      const port = portOf(options.port)
      const ending = stopper()
      process.stdout.removeAllListeners('error').on('error', () => {}) // whoever read the addresses may go: keep serving
      await ending.around(() => startServing(options, port, ending))
    })

async function startServing({ data, demo }: Options, port: number | null, ending: ReturnType<typeof stopper>) {
  const { openRecords } = await import('../platform/database/index.ts')
  const { fillDemonstration } = await import('./demonstration/fill.ts')
  const { requireFreePair } = await import('./serve/listen.ts')
  const { serve } = await import('./serve/serve.ts')
  if (port) await requireFreePair(port)
  const path = resolveDataFolder(data)
  const folder = demo ? openDataFolder(demonstrationFolder(path), { kind: 'demonstration' }) : openDataFolder(path)
  const lock = lockForServer(folder.path)
  ending.add(async () => lock.release())
  const records = await openRecords(folder)
  ending.add(() => records.stop())
  if (demo) await fillDemonstration(folder, records, say)
  const { staff, public: publicSite, stop } = await serve(folder, records, port, DEFAULT_PORT)
  ending.add(stop)
  tell(`Staff site   ${staff}`)
  tell(`Public site  ${publicSite}`)
  say(`Data folder  ${folder.path}; records: ${records.description}. Stop with Ctrl-C.`)
}

function portOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65534) return port
  throw new Refusal(
    `--port is "${text}": expected a whole number from 1 to 65534, since the public site takes the next.`,
  )
}
