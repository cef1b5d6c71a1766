import { lockForServer, openDataFolder } from '../platform/data-folder/index.ts'
import { command, print, resolveDataFolder, say } from './options.ts'

export const demo = () =>
  command('demo', 'load the demonstration partnership into a new folder, and end').action(
    async (options: { data?: string }) => {
      const { openRecords } = await import('../platform/database/index.ts')
      const { fillDemonstration } = await import('./demonstration/fill.ts')
      const folder = openDataFolder(resolveDataFolder(options.data), { kind: 'demonstration' })
      const lock = lockForServer(folder.path)
      try {
        const records = await openRecords(folder)
        await fillDemonstration(folder, records, say).finally(() => records.stop())
      } finally {
        lock.release()
      }
      await print(`The demonstration is in ${folder.path}: serve it with \`tapestry start --data ${folder.path}\`.\n`)
    },
  )
