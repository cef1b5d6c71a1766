import { downloadsFor } from '../collate/reference/index.ts'
import { requireDistrict } from '../vocabulary/areas/index.ts'
import { command, printJson, tell, withJson } from './options.ts'

export const referenceDownloads = () =>
  withJson(command('downloads', 'which tables to fetch for a district, and from where'))
    .requiredOption('--area <code>', 'the district, such as E07000107')
    .action(async (options: { area: string; json?: boolean }) => {
      const { code } = requireDistrict(options.area)
      const downloads = downloadsFor(code)
      if (options.json) return printJson(downloads)
      for (const { product, site, take } of downloads) tell(`${product}, from ${site}: ${take}`)
    })
