import { rmSync } from 'node:fs'
import { importEvidence } from '../../src/collate/import/import-evidence.ts'
import { literal, openDuckDb } from '../../src/platform/evidence/duckdb.ts'

/** One measured task in a process of its own, so that its peak memory is its own. Prints one JSON line. */
const [task, file, folder] = process.argv.slice(2) as [string, string, string]
const TASKS: Record<string, () => Promise<unknown>> = {
  /** the limit: DuckDB alone, reading the CSV by its own detection and writing Parquet */
  async bare() {
    const duckdb = await openDuckDb(folder)
    await duckdb.run(
      `copy (select * from read_csv(${literal(file)})) to ${literal(`${folder}/bare.parquet`)} (format parquet)`,
    )
    duckdb.close()
    return {}
  },
  async import() {
    const { accepted, rejected } = await importEvidence({
      dataFolder: `${folder}/data`,
      paths: [file],
      now: '2026-01-01T00:00:00.000Z',
    })
    return { accepted, rejected }
  },
}

if (task === 'import') rmSync(`${folder}/data`, { recursive: true, force: true })
const started = performance.now()
const check = await TASKS[task]!()
const seconds = (performance.now() - started) / 1000
console.log(JSON.stringify({ seconds, peakMb: Math.round(process.resourceUsage().maxRSS / 1024), check }))
