export { type DataFolder, type FolderKind, openDataFolder } from './open-data-folder.ts'
export { checkout, demonstrationFolder, resolveDataFolder } from './resolve-data-folder.ts'
export { lockForServer, runningServer } from './server-lock.ts'
export { whileHolding } from './wait-for-hold.ts'
