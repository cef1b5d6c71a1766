import { join, resolve } from 'node:path'

/** The checkout this file belongs to: what "in the checkout" means whatever folder a command is typed in. */
export const checkout = resolve(import.meta.dirname, '../../..')

/**
 * Which folder holds the data: the `--data` option, else the environment's `TAPESTRY_DATA`, else `data/` in the
 * checkout. Never the current folder by default: the same command typed elsewhere must find the same data.
 * A relative option is read from the current folder, as any path typed by a person is.
 */
export function resolveDataFolder(option?: string, environment: NodeJS.ProcessEnv = process.env): string {
  return resolve(option || environment.TAPESTRY_DATA || join(checkout, 'data'))
}

/** Where `start --demo` keeps the demonstration of a data folder, beside and apart from live records. */
export const demonstrationFolder = (folder: string) => join(folder, 'demo')
