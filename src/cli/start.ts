import { InvalidArgumentError } from 'commander'
import { demonstrationFolder, lockForServer, openDataFolder } from '../platform/data-folder/index.ts'
import { openRecords } from '../platform/database/index.ts'
import { fillDemonstration } from './demonstration/fill.ts'
import { command, resolveDataFolder, say } from './options.ts'
import { serve } from './serve/serve.ts'
import { stopper } from './serve/stopper.ts'

const DEFAULT_PORT = 4000

export const start = () =>
  command('start', 'serve the staff and public sites until stopped (Ctrl-C)')
    .option(
      '--port <number>',
      `the staff site’s port, the public site’s is the next (default: the first free from ${DEFAULT_PORT})`,
      portOf,
    )
    .option('--demo', 'the demonstration, in the data folder’s demo/: filled when new')
    .action(async (options: { data?: string; port?: number; demo?: boolean }) => {
      const ending = stopper()
      const path = resolveDataFolder(options.data)
      const folder = options.demo
        ? openDataFolder(demonstrationFolder(path), { kind: 'demonstration' })
        : openDataFolder(path)
      const lock = lockForServer(folder.path)
      ending.add(async () => lock.release())
      const records = await openRecords(folder)
      ending.add(() => records.stop())
      if (options.demo) await fillDemonstration(folder, records, say)
      const { staff, public: publicSite, stop } = await serve(folder, records, options.port ?? null, DEFAULT_PORT)
      ending.add(stop)
      console.log(`Staff site   ${staff}`)
      console.log(`Public site  ${publicSite}`)
      say(`Data folder  ${folder.path}; records: ${records.description}. Stop with Ctrl-C.`)
    })

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65534)
    throw new InvalidArgumentError('Give a whole number from 1 to 65534.')
  return port
}
