import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { Refusal } from '../vocabulary/refusal.ts'

/**
 * Writes a document where somebody asked for it: whole or not at all, so that a full disk leaves no half of one. What is
 * not a file (`/dev/stdout`, a pipe) is written to as it is.
 *
 * @throws Refusal when it cannot be written
 */
export function writeOut(file: string, text: string): void {
  const there = statSync(file, { throwIfNoEntry: false })
  if (there?.isDirectory()) throw new Refusal(`${file} is a folder: name the file to write in it.`)
  const draft = there && !there.isFile() ? undefined : `${file}.${process.pid}.part`
  try {
    writeFileSync(draft ?? file, text)
    if (draft) renameSync(draft, file)
  } catch (error) {
    if (draft) rmSync(draft, { force: true })
    throw new Refusal(`${file} cannot be written (${reasonOf(error)}): name another file with --out.`)
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'what should be its folder is a file',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'its file system is read-only',
  ENOSPC: 'its disk is full',
}

const reasonOf = (error: unknown) => {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason'
  return REASONS[code] ?? code
}
