import { Option } from 'commander'
import { Refusal } from '../vocabulary/refusal.ts'
import type { Format } from './assess/assess-folder.ts'
import { command, print, resolveDataFolder, say } from './options.ts'
import { checkOut, writeOut } from './write-out.ts'

const FORMATS: Format[] = ['json', 'html']

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
    .addOption(new Option('--json', 'the same as --format json').conflicts('format'))
    .option('--out <file>', 'write to a file instead of standard output')
    .action(async ({ data, area, yearEnding, baseline, format, out }: Options) => {
      if (!isFormat(format)) throw new Refusal(`--format is "${format}": this version writes ${FORMATS.join(' and ')}.`)
      if (out) checkOut(out)
      const { assessFolder } = await import('./assess/assess-folder.ts')
      const wish = { area, ...(yearEnding && { yearEnding }), ...(baseline && { baselineYearEnding: baseline }) }
      const { text, notes } = await assessFolder(resolveDataFolder(data), wish, format)
      for (const note of notes) say(`note: ${note}`)
      if (!out) return print(text)
      writeOut(out, text)
      say(`Written to ${out}.`)
    })

const isFormat = (text: string): text is Format => (FORMATS as string[]).includes(text)
