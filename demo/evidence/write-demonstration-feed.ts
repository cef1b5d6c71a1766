import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Month } from '../../src/vocabulary/period/month.ts'
import { DEMONSTRATION, DEMONSTRATION_MONTHS } from '../demonstration.ts'
import { demonstrationAreas } from './areas.ts'
import { monthFile } from './month-file.ts'
import { monthlyCounts } from './monthly-counts.ts'

export interface FeedProgress {
  filesDone: number
  filesInAll: number
  rows: number
}

export interface FeedOptions {
  onProgress?: (progress: FeedProgress) => void
  /** fewer than the 64 months, for a quick look: each file is the same whichever others are written */
  months?: readonly Month[]
}

/**
 * Writes the demonstration's police street files into `folder`, laid out as the police archive is:
 * `2016-10/2016-10-kent-street.csv` and on. The same bytes every time; files already there are overwritten.
 * Everything in them is invented and says so: see demo/evidence/README.md.
 *
 * @param folder made when absent; about 230 MB are written
 * @param onProgress called after each file
 * @returns the files written, oldest month first, and the rows in all, headers not counted
 * @throws the file system's own error when the folder cannot be written
 */
export async function writeDemonstrationFeed(
  folder: string,
  { onProgress, months = DEMONSTRATION_MONTHS }: FeedOptions = {},
): Promise<{ files: string[]; rows: number }> {
  const counts = monthlyCounts()
  const areas = demonstrationAreas()
  const files: string[] = []
  let rows = 0
  for (const month of months) {
    const made = monthFile(month, counts, areas)
    const file = join(folder, month, `${month}-${DEMONSTRATION.force.slug}-street.csv`)
    await mkdir(join(folder, month), { recursive: true })
    await writeFile(file, made.text, 'latin1') // ASCII only: one byte a character, and quicker than UTF-8
    files.push(file)
    rows += made.rows
    onProgress?.({ filesDone: files.length, filesInAll: months.length, rows })
  }
  return { files, rows }
}
