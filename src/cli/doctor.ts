import { existsSync } from 'node:fs'
import { openDataFolder } from '../platform/data-folder/index.ts'
import { Refusal } from '../vocabulary/refusal.ts'
import { command, print, printJson, resolveDataFolder, withJson } from './options.ts'

export const doctor = () =>
  withJson(command('doctor', 'check that the data folder, the records and the evidence are sound')).action(
    async (options: { data?: string; json?: boolean }) => {
      const path = resolveDataFolder(options.data)
      if (!existsSync(path))
        throw new Refusal(`There is no data folder ${path}: \`tapestry start\` makes one, or name another with --data.`)
      const { checkFolder } = await import('./doctor/checks.ts')
      const checks = await checkFolder(openDataFolder(path))
      const unsound = checks.filter(({ ok }) => !ok)
      if (options.json) await printJson({ ok: unsound.length === 0, checks })
      else await print(checks.map(({ check, ok, found }) => `${ok ? 'ok  ' : 'FAIL'} ${check}: ${found}\n`).join(''))
      if (unsound.length > 0)
        throw new Refusal(`Not sound in ${path}: ${unsound.map(({ check }) => check.toLowerCase()).join(', ')}.`)
    },
  )
