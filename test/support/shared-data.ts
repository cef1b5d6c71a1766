import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** Where real open data may be kept beside the checkout, for tests that compare with it; `TAPESTRY_SHARED` overrides. */
const SHARED = process.env.TAPESTRY_SHARED ?? join(import.meta.dirname, '../../../shared')

/** Full path of a file or folder of real data; it may not be there: see {@link hasSharedData}. */
export const sharedData = (path: string) => join(SHARED, 'data', path)

export const hasSharedData = (path = '') => existsSync(sharedData(path))

/** What to add to a test's title, so that a skipped test says why: nothing where the data are there. */
export const whySkipped = (path = '') => (hasSharedData(path) ? '' : ` (skipped: no real data at ${sharedData(path)})`)
