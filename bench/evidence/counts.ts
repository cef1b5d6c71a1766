import { countEvidence, countRequest, OPEN, openEvidence } from '../../src/collate/index.ts'
import { literal, openDuckDb } from '../../src/platform/evidence/duckdb.ts'

export interface CountTime {
  what: string
  seconds: number
  cells: number
  rows: number
}

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!

async function timed(
  what: string,
  times: number,
  work: () => Promise<{ cells: number; rows: number }>,
): Promise<CountTime> {
  const seconds: number[] = []
  let found = { cells: 0, rows: 0 }
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    found = await work()
    seconds.push((performance.now() - started) / 1000)
  }
  return { what, seconds: median(seconds), ...found }
}

/** Counts through the evidence interface, as pages ask for them, beside DuckDB's bare query on the rows as converted. */
export async function timeCounts(dataFolder: string, bareParquet: string, temporary: string): Promise<CountTime[]> {
  const store = openEvidence(dataFolder)
  const duckdb = await openDuckDb(temporary)
  const count = (by: string) => async () => {
    const { rows } = await countEvidence(await store.read(OPEN), countRequest(by))
    const found = { cells: 0, rows: 0 }
    for await (const block of rows())
      for (const row of block) {
        if (row.count) found.cells++ // cells of 0 are filled in by the count and are not in the bare query
        found.rows += row.count ?? 0
      }
    return found
  }
  const bare = async () => {
    const groups = await duckdb.rows<{ n: number }>(
      `select "Month", "LSOA code", "Crime type", count(*)::integer as n from read_parquet(${literal(bareParquet)}) group by all`,
    )
    return { cells: groups.length, rows: groups.reduce((sum, { n }) => sum + n, 0) }
  }
  try {
    await store.read(OPEN)
    return [
      await timed('month × type × district', 7, count('month,type,district')),
      await timed('month × type × LSOA', 3, count('month,type,lsoa')),
      await timed('month × type × LSOA, bare query into JavaScript', 3, bare),
    ]
  } finally {
    store.close()
    duckdb.close()
  }
}
