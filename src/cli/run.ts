import { CommanderError } from 'commander'
import { fileRefusal } from '../platform/data-folder/explain-file-error.ts'
import { resolveDataFolder } from '../platform/data-folder/resolve-data-folder.ts'
import { messageOf, Refusal } from '../vocabulary/refusal.ts'
import { say } from './options.ts'
import { program } from './program.ts'

/** Runs one command. Exit code 0: done; 1: refused or failed, with one clear line; 2: wrong usage. */
export async function run(argv: string[]): Promise<void> {
  // a reader that had enough (`| head`) is no fault; with nobody to read messages, the exit code still says how it went
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.stderr.on('error', () => {})
  let dataFolder = resolveDataFolder()
  const tapestry = program().hook('preAction', (_, command) => {
    dataFolder = resolveDataFolder(command.opts().data)
  })
  try {
    await tapestry.parseAsync(argv)
  } catch (error) {
    process.exitCode = failed(error, dataFolder)
  }
}

function failed(error: unknown, dataFolder: string): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2 // it has said what it expected
  say(`tapestry: ${lineFor(error, dataFolder)}`)
  return 1
}

function lineFor(error: unknown, dataFolder: string): string {
  if (error instanceof Refusal) return error.message
  const refusal = fileRefusal(dataFolder, error)
  if (refusal) return refusal.message
  if (process.env.TAPESTRY_DEBUG) console.error(error)
  return `something went wrong that should not have (${messageOf(error).split('\n')[0]}). Nothing was half-saved. Run again with TAPESTRY_DEBUG=1 to see where, and report it.`
}
