import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { timeCounts } from './counts.ts'
import { generatePoliceStreet } from './generate.ts'

const ROWS = 5_000_000
const RUNS = 3
const AIMS = { importRatio: 1.5, peakMb: 1500, districtSeconds: 0.1 }

interface Measured {
  seconds: number
  peakMb: number
}

const median = (numbers: number[]) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

/** Import and count of five million generated rows beside DuckDB's bare copy of the same file, and R and pandas if installed. */
export async function benchEvidence([rowsAsked]: string[]): Promise<void> {
  const rows = Number(rowsAsked ?? ROWS)
  const folder = mkdtempSync(join(tmpdir(), 'tapestry-bench-'))
  try {
    const file = join(folder, 'police.csv')
    await generatePoliceStreet(file, rows)
    console.log(
      `${rows.toLocaleString('en-GB')} rows, ${Math.round(statSync(file).size / 1e6)} MB, ${cpus().length} cores, Node ${process.version}, ${RUNS} runs each in turn`,
    )
    const task = (name: string): Measured => {
      spawnSync('sync') // what an earlier task left to be written is not to be waited for by this one
      return JSON.parse(
        execFileSync(process.execPath, [join(import.meta.dirname, 'task.ts'), name, file, folder], {
          encoding: 'utf8',
        }),
      )
    }
    const bare: Measured[] = []
    const imported: Measured[] = []
    for (let run = 0; run < RUNS; run++) {
      bare.push(task('bare'))
      imported.push(task('import'))
    }
    const seconds = (measured: Measured[]) => median(measured.map((one) => one.seconds))
    const peak = (measured: Measured[]) => Math.max(...measured.map(({ peakMb }) => peakMb))
    const ratio = seconds(imported) / seconds(bare)
    const counts = await timeCounts(join(folder, 'data'), join(folder, 'bare.parquet'), folder)
    const line = (what: string, took: number, note: string) =>
      console.log(`${what.padEnd(52)} ${took.toFixed(3).padStart(8)} s  ${note}`)
    line('bare read_csv → COPY to Parquet (the limit)', seconds(bare), `peak ${peak(bare)} MB`)
    line(
      'import with its projections',
      seconds(imported),
      `peak ${peak(imported)} MB (aim < ${AIMS.peakMb}); ${ratio.toFixed(2)} × the bare copy (aim ≤ ${AIMS.importRatio})`,
    )
    const [district, lsoa, bareLsoa] = counts
    line(district!.what, district!.seconds, `${district!.cells} cells (aim < ${AIMS.districtSeconds} s)`)
    line(
      lsoa!.what,
      lsoa!.seconds,
      `${lsoa!.cells} cells; ${(lsoa!.seconds / bareLsoa!.seconds).toFixed(2)} × the bare query`,
    )
    line(bareLsoa!.what, bareLsoa!.seconds, `${bareLsoa!.cells} cells`)
    if (lsoa!.cells !== bareLsoa!.cells || lsoa!.rows !== rows || bareLsoa!.rows !== rows)
      throw new Error('the counts do not agree')
    peers(file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Reading and counting the same file with R data.table and pandas, by the scripts beside the oracles, where both are there. */
function peers(file: string): void {
  const oracles = join(import.meta.dirname, '../../../shared/oracles')
  if (!existsSync(oracles)) {
    console.log('R and pandas: not measured, since ../shared/oracles is absent')
    return
  }
  for (const [name, command, script] of [
    ['R data.table', 'Rscript', 'bench/bench_count.R'],
    ['pandas', '/usr/bin/python3', 'bench/bench_count.py'],
  ] as const) {
    const { status, stdout } = spawnSync(command, [script, file], { cwd: oracles, encoding: 'utf8' })
    if (status !== 0) console.log(`${name}: not measured, since it is not installed`)
    else for (const line of stdout.trim().split('\n')) console.log(`${name}: ${line}`)
  }
}
