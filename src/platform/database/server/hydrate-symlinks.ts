import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * npm packages carry no symbolic links, so the binaries list theirs in `native/pg-symlinks.json` for an install
 * script to make, and install scripts do not run here. Makes the missing ones; a link another process makes
 * meanwhile is as good as ours.
 *
 * @param packageFolder the platform package, holding `native/`
 * @throws EACCES, EPERM or EROFS when a link is missing and the folder cannot be written
 */
export function hydrateSymlinks(packageFolder: string) {
  for (const { source, target } of listed(packageFolder)) {
    const link = join(packageFolder, target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(basename(source), link) // both are in one folder, so that the whole may be moved
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  for (const program of ['initdb', 'postgres']) makeExecutable(join(packageFolder, 'native/bin', program))
}

function listed(packageFolder: string): { source: string; target: string }[] {
  const all: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(packageFolder, 'native/pg-symlinks.json'), 'utf8'),
  )
  return all.filter(({ source, target }) => dirname(source) === dirname(target))
}

function makeExecutable(file: string) {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755)
}
