import { reportLine } from '../collate/import/report.ts'
import { openDataFolder } from '../platform/data-folder/open-data-folder.ts'
import { shortRelease } from '../platform/evidence/catalogue.ts'
import { Refusal } from '../vocabulary/refusal.ts'
import { command, printJson, resolveDataFolder, say, tell, withJson } from './options.ts'
import { progressBar } from './progress.ts'

const FEEDS = ['police-street']

export const evidenceImport = () =>
  withJson(command('import', 'take partner files in: .csv, .csv.gz, .zip, or folders of them'))
    .argument('<path...>')
    .option('--feed <id>', `the feed the files belong to (${FEEDS.join(', ')}); else recognised by their columns`)
    .option('--as-at <date>', 'the day the files were published, YYYY-MM-DD: decides between two versions of a month')
    .action(async (paths: string[], options: { data?: string; feed?: string; asAt?: string; json?: boolean }) => {
      if (options.feed && !FEEDS.includes(options.feed))
        throw new Refusal(`There is no feed "${options.feed}": choose from ${FEEDS.join(', ')}, or leave --feed out.`)
      if (options.asAt && !isDate(options.asAt))
        throw new Refusal(`--as-at is "${options.asAt}": expected a day as YYYY-MM-DD, such as 2026-11-23.`)
      if (options.asAt && Date.parse(options.asAt) > Date.now())
        throw new Refusal(`--as-at is "${options.asAt}", which is yet to come: give the day the files were published.`)
      const folder = openDataFolder(resolveDataFolder(options.data))
      if (folder.kind === 'demonstration')
        throw new Refusal(
          `${folder.path} is a demonstration, which takes no real deliveries: name another folder with --data.`,
        )
      const { importEvidence } = await import('../collate/import/import-evidence.ts')
      const bar = progressBar()
      const report = await importEvidence({
        dataFolder: folder.path,
        paths,
        now: new Date().toISOString(),
        ...(options.asAt && { asAt: options.asAt }),
        feedNamed: options.feed !== undefined,
        onProgress: bar.update,
      }).finally(bar.stop)
      for (const file of report.files) {
        for (const warning of file.warnings) say(`warning: ${file.file}: ${warning}`)
        if (file.rejectedFile) say(`warning: ${file.file}: rejected rows are listed in ${file.rejectedFile}`)
      }
      for (const path of report.passedOver) say(`passed over: ${path} is not a CSV`)
      if (options.json) return printJson(report)
      for (const file of report.files) tell(reportLine(file))
      tell(
        report.changed
          ? `${report.accepted.toLocaleString('en-GB')} rows accepted; the evidence release is now ${shortRelease(report.release!)}.`
          : `Nothing changed; the evidence release is ${report.release ? shortRelease(report.release) : 'none'}.`,
      )
    })

const isDate = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
