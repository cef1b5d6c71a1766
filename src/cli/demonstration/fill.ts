import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DEMONSTRATION } from '../../../demo/demonstration.ts'
import { writeDemonstrationFeed } from '../../../demo/evidence/write-demonstration-feed.ts'
import { importEvidence } from '../../collate/import/import-evidence.ts'
import type { DataFolder } from '../../platform/data-folder/index.ts'
import type { Records } from '../../platform/database/index.ts'
import { readCatalogue } from '../../platform/evidence/catalogue.ts'
import { evidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { newestCompleteEdition } from '../../publish/index.ts'
import { publishDemonstration } from './publish.ts'

/** A fixed identity, so that the demonstration is the same wherever it is made. */
const PARTNERSHIP_ID = '0194c000-0000-7000-8000-000000000107'

/**
 * Fills a demonstration folder with what it lacks: the evidence through the real import, the partnership, and the first
 * edition. Each part is committed whole, so a fill that was cut short is finished by the next one.
 */
export async function fillDemonstration(
  folder: DataFolder,
  records: Records,
  say: (line: string) => void,
): Promise<void> {
  await records.markDemonstration(DEMONSTRATION.businessDate)
  await addPartnership(records)
  if (!readCatalogue(evidenceFolder(folder.path)).current) await addEvidence(folder, say)
  if (!(await newestCompleteEdition(folder.path))) {
    say('Publishing the first edition')
    await publishDemonstration(folder.path)
  }
}

async function addEvidence({ path }: DataFolder, say: (line: string) => void): Promise<void> {
  const incoming = join(path, 'incoming')
  rmSync(incoming, { recursive: true, force: true })
  mkdirSync(incoming, { mode: 0o700 })
  try {
    say('Writing synthetic police files, October 2016 to January 2022')
    const { files, rows } = await writeDemonstrationFeed(incoming)
    say(`Importing ${rows.toLocaleString('en-GB')} synthetic rows from ${files.length} files`)
    const now = `${DEMONSTRATION.businessDate}T09:00:00.000Z`
    await importEvidence({ dataFolder: path, paths: [incoming], now, synthetic: true })
  } finally {
    rmSync(incoming, { recursive: true, force: true })
  }
}

/** One partnership over one district, for as long as it has been on its own. */
async function addPartnership(records: Records): Promise<void> {
  await records.asInstaller(async (sql) => {
    await sql
      .insertInto('partnership')
      .values({ id: PARTNERSHIP_ID, name: DEMONSTRATION.partnership, nation: 'England' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await sql
      .insertInto('partnership_area')
      .values({
        partnership_id: PARTNERSHIP_ID,
        id: '0194c000-0000-7000-8000-000000000108',
        area_code: DEMONSTRATION.district,
        valid: '[2021-01-01,)',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  })
}
