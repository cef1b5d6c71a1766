import { hasSharedData, sharedData as pathOf } from '../test/support/shared-data.ts'

/** Full path of a file or folder of real data, or nothing when this machine has none. */
export const sharedData = (path: string): string | undefined => (hasSharedData(path) ? pathOf(path) : undefined)
