import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type DuckDb, literal, openDuckDb } from '../../platform/evidence/duckdb.ts'
import { coverageKey, coverageOfDistricts, coverageOfLsoas } from './coverage.ts'
import { findHeader, type RecognisedTable } from './find-header.ts'
import type { FileFacts } from './layouts/layout.ts'
import type { Coverage, PreparedReference } from './prepared-reference.ts'
import { districtsOfLsoaNames } from './present-districts.ts'
import { editionOf, readTable } from './read-table.ts'
import { settleDistricts } from './settle-districts.ts'
import type { PlainSource } from './unpack-source.ts'

/** Enough for the Postcode Directory's 2.7 million rows; the rest of a machine's memory is other people's. */
const MEMORY = '600MB'

/** Recognises a CSV, checks it and writes it as Parquet in the staging folder. */
export async function prepareTable(
  source: PlainSource,
  stagingFolder: string,
  facts: Omit<FileFacts, 'preamble'>,
): Promise<PreparedReference> {
  const table = findHeader(source, facts)
  const { layout, reading } = table
  const file = join(stagingFolder, `${layout.kind}-${source.hash.slice(0, 16)}.parquet`)
  const db = await openDuckDb(stagingFolder, { memory: MEMORY })
  try {
    const leftOut = [...(await readTable(db, source, table)), ...(await settleDistricts(db, source.label, reading))]
    const covers = await coverageOf(db, table)
    const edition = await editionOf(db, reading.edition)
    await db.run(
      `copy (select * from normal order by ${reading.unique.join(', ')}) to ${literal(file)} (format parquet, compression zstd, use_tmp_file false)`,
    )
    const [counted] = await db.rows<{ n: bigint }>('select count(*) as n from normal')
    return {
      kind: layout.kind,
      vintage: edition ? `${edition}, ${reading.vintage}` : reading.vintage,
      title: edition ? `${reading.title}, edition ${edition}` : reading.title,
      // Without the edition: a newer Postcode Directory takes the place of an older one.
      key: [layout.kind, reading.vintage, coverageKey(covers)].join(' | '),
      hash: source.hash,
      rows: Number(counted!.n),
      file,
      covers,
      publisher: reading.publisher,
      licence: reading.licence,
      leftOut,
    }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  } finally {
    db.close()
  }
}

async function coverageOf(db: DuckDb, { reading }: RecognisedTable): Promise<Coverage> {
  const distinct = async (what: string, table: string) =>
    (await db.rows<{ value: string }>(`select distinct ${what} as value from ${table} where ${what} is not null`)).map(
      ({ value }) => value,
    )
  if ('district_code' in reading.columns) return coverageOfDistricts(await distinct('district_code', 'normal'))
  const byLsoa = coverageOfLsoas(await distinct('lsoa_code', 'normal'))
  if (typeof byLsoa === 'string' || !reading.lsoaNames) return byLsoa
  const named = districtsOfLsoaNames(await distinct(reading.lsoaNames, 'source'))
  return named.all ? coverageOfDistricts(named.codes) : byLsoa
}
