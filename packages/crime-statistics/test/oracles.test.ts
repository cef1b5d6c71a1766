import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkOracleFile, openOracleFolder, oracleFiles } from '../oracles/folder.ts'
import { passes } from '../oracles/item.ts'

/** Reference results made in R and Python, kept beside the checkout; `TAPESTRY_SHARED` names another place. */
const ORACLES = join(process.env.TAPESTRY_SHARED ?? join(import.meta.dirname, '../../../../shared'), 'oracles')
const present = existsSync(ORACLES)

describe.skipIf(!present)('against results made in R and Python (skipped where the reference files are absent)', () => {
  for (const file of present ? oracleFiles(ORACLES) : ['a_rates/rates.json'])
    it(`every item of ${file} agrees within its tolerance`, { timeout: 300_000 }, async () => {
      const failures = []
      for await (const item of checkOracleFile(openOracleFolder(ORACLES), file)) if (!passes(item)) failures.push(item)
      expect(failures).toEqual([])
    })
})
