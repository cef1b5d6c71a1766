import { messageOf, Refusal } from '../../vocabulary/refusal.ts'

const REASONS: Record<string, string> = {
  EROFS: 'cannot be written, its file system is read-only: remount it for writing, or name another folder with --data',
  EACCES: 'cannot be written by this account: change its owner or permissions, or name another folder with --data',
  EPERM: 'cannot be written by this account: change its owner or permissions, or name another folder with --data',
  ENOSPC: 'cannot be written, its disk is full: free some space, or name a folder on another disk with --data',
  EDQUOT:
    'cannot be written, this account has used its disk quota: free some space, or name another folder with --data',
  ENOTDIR: 'is not a folder, or lies under a file: name a folder with --data',
  EEXIST: 'is a file, and a folder is needed: name a folder with --data',
}

/** Run `work` on a data folder; an error the person can mend (permissions, space) becomes one clear line. */
export function explainFileError<T>(folder: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw fileRefusal(folder, error) ?? error
  }
}

/** The clear line for a file error, or undefined when it is a fault of ours. */
export function fileRefusal(folder: string, error: unknown): Refusal | undefined {
  const reason = REASONS[(error as NodeJS.ErrnoException)?.code ?? codeOfWords(messageOf(error))]
  return reason === undefined ? undefined : new Refusal(`The data folder ${folder} ${reason}.`)
}

/** DuckDB says in words what the operating system says in codes. */
const codeOfWords = (message: string) =>
  /No space left|disk is full|Could not write all bytes|max_temp_directory_size/i.test(message)
    ? 'ENOSPC'
    : /Read-only file system/i.test(message)
      ? 'EROFS'
      : /Permission denied/i.test(message)
        ? 'EACCES'
        : ''
