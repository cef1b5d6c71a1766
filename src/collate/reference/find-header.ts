import { parse } from 'csv-parse/sync'
import { Refusal } from '../../vocabulary/refusal.ts'
import { LAYOUTS } from './layouts/all-layouts.ts'
import { columnsOf } from './layouts/columns.ts'
import type { FileFacts, Layout, Reading } from './layouts/layout.ts'
import { refuseUnknown } from './refuse-unknown.ts'
import type { PlainSource } from './unpack-source.ts'

/** A CSV whose header was found and recognised. */
export interface RecognisedTable {
  layout: Layout
  reading: Reading
  header: string[]
  /** lines up to and including the header */
  skip: number
}

/** Sheets saved as CSV keep a few title lines above the header. */
const MOST_TITLE_LINES = 15

/**
 * Finds the header among the first lines, by what it says.
 *
 * @throws Refusal when no line is the header of a layout that is read
 */
export function findHeader(source: PlainSource, facts: Omit<FileFacts, 'preamble'>): RecognisedTable {
  const lines = source.head.split(/\r\n|\n|\r/, MOST_TITLE_LINES + 1)
  if (lines[0]!.length > 100_000)
    throw new Refusal(
      `${source.label} starts with a line of more than 100,000 characters: expected a CSV header of column names.`,
    )
  for (const [i, line] of lines.entries()) {
    const header = headings(line)
    const preamble = lines.slice(0, i).join(' ')
    for (const layout of header.length > 1 ? LAYOUTS : []) {
      const reading = layout.read(columnsOf(header), { ...facts, preamble })
      if (!reading) continue
      refuseRepeats(source.label, header)
      return { layout, reading, header, skip: i + 1 }
    }
  }
  return refuseUnknown(source.label, headings(lines.find((line) => headings(line).length > 1) ?? lines[0]!))
}

/** The cells of one line; none when it is not a line of CSV on its own. */
function headings(line: string): string[] {
  try {
    return (parse(line, { relax_column_count: true }) as string[][])[0] ?? []
  } catch {
    return []
  }
}

function refuseRepeats(label: string, header: string[]): void {
  const repeated = header.find((heading, i) => header.indexOf(heading) !== i)
  if (repeated !== undefined)
    throw new Refusal(
      `${label} has the column "${repeated.slice(0, 60)}" twice: keep one of them and give the file again.`,
    )
}
