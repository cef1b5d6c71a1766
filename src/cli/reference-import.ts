import { openDataFolder } from '../platform/data-folder/index.ts'
import { Refusal } from '../vocabulary/refusal.ts'
import { command, printJson, resolveDataFolder, say, tell, withJson } from './options.ts'

export const referenceImport = () =>
  withJson(
    command(
      'import',
      'take in lookups, boundaries, populations, the postcode directory and deprivation, as the ONS and MHCLG publish them',
    ),
  )
    .argument('<file...>')
    .option('--year <year>', 'the year of a population table that does not say its own')
    .action(async (files: string[], options: { data?: string; json?: boolean; year?: string }) => {
      if (options.year && !/^(19|20)\d\d$/.test(options.year))
        throw new Refusal(`--year is "${options.year}": expected a year such as 2024.`)
      const folder = openDataFolder(resolveDataFolder(options.data))
      if (folder.kind === 'demonstration')
        throw new Refusal(
          `${folder.path} is a demonstration, which takes no real tables: name another folder with --data.`,
        )
      const { importReferences } = await import('../collate/import/import-references.ts')
      const report = await importReferences(
        folder.path,
        files,
        new Date().toISOString(),
        options.year ? Number(options.year) : undefined,
      )
      for (const { file, leftOut } of report.files) for (const left of leftOut) say(`note: ${file}: left out ${left}`)
      if (options.json) return printJson(report)
      for (const { file, status, title, rows, covers, supersedes } of report.files)
        tell(
          status === 'already held'
            ? `${file}: already held, nothing changed`
            : `${file}: ${title}, ${rows.toLocaleString('en-GB')} rows, ${covers}${supersedes ? `; takes the place of ${supersedes}` : ''}`,
        )
    })
