import { writeFileSync } from 'node:fs'
import { assess as assessArea, figureRegister, referencesOf } from '../assess/index.ts'
import { exportHtml } from '../assess/strategic-assessment/export/export-html.ts'
import { OPEN, openEvidence } from '../collate/index.ts'
import { evidenceFolder } from '../platform/evidence/evidence-folder.ts'
import { Refusal } from '../vocabulary/refusal.ts'
import { demonstrationStandings } from './demonstration/standings.ts'
import { command, print, resolveDataFolder, say } from './options.ts'

const FORMATS = ['json', 'html']

interface Options {
  data?: string
  area: string
  yearEnding?: string
  baseline?: string
  format: string
  out?: string
}

export const assess = () =>
  command('assess', 'the strategic assessment of a district, from evidence alone')
    .requiredOption('--area <code>', 'the district, such as E07000107')
    .option('--year-ending <month>', 'the last month of the year assessed, YYYY-MM (default: the newest month held)')
    .option(
      '--baseline <month>',
      'the last month of the baseline year (default: the last whole year before the pandemic)',
    )
    .option('--format <format>', FORMATS.join(' or '), 'json')
    .option('--json', 'the same as --format json')
    .option('--out <file>', 'write to a file instead of standard output')
    .action(async (options: Options) => {
      if (!FORMATS.includes(options.format))
        throw new Refusal(`--format is "${options.format}": this version writes ${FORMATS.join(' and ')}.`)
      const dataFolder = resolveDataFolder(options.data)
      const store = openEvidence(dataFolder)
      try {
        const wish = {
          area: options.area,
          ...(options.yearEnding && { yearEnding: options.yearEnding }),
          ...(options.baseline && { baselineYearEnding: options.baseline }),
        }
        const assessment = await assessArea(await store.read(OPEN), wish, demonstrationStandings(dataFolder))
        figureRegister(evidenceFolder(dataFolder).figures).remember(referencesOf(assessment))
        for (const statement of assessment.completeness.statements) say(`note: ${statement}`)
        const text = options.format === 'html' ? exportHtml(assessment) : `${JSON.stringify(assessment, null, 2)}\n`
        if (options.out) writeOut(options.out, text)
        else await print(text)
      } finally {
        store.close()
      }
    })

function writeOut(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new Refusal(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): name a file in a folder that exists and can be written.`,
    )
  }
  say(`Written to ${file}.`)
}
