import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '../vocabulary/refusal.ts'

/**
 * Looks whether a document can be written there, before anything is worked out for it.
 *
 * @throws Refusal when it names a folder, or a file in a folder that does not exist
 */
export function checkOut(file: string): void {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal(`${file} is a folder: name the file to write in it.`)
  if (!statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) throw cannotWrite(file, { code: 'ENOENT' })
}

/**
 * Writes a document where somebody asked for it: whole or not at all, so that a full disk leaves no half of one. What is
 * not a file (`/dev/stdout`, a pipe) is written to as it is.
 *
 * @throws Refusal when it cannot be written
 */
export function writeOut(file: string, text: string): void {
  const there = statSync(file, { throwIfNoEntry: false })
  const draft = there && !there.isFile() ? undefined : `${file}.${process.pid}.part`
  try {
    writeFileSync(draft ?? file, text)
    if (draft) renameSync(draft, file)
  } catch (error) {
    if (draft) rmSync(draft, { force: true })
    throw cannotWrite(file, error as NodeJS.ErrnoException)
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

const cannotWrite = (file: string, { code = 'for a reason not known' }: { code?: string | undefined }) =>
  new Refusal(`${file} cannot be written (${REASONS[code] ?? code}): name another file with --out.`)
