import { messageOf } from '../../vocabulary/refusal.ts'

const CODES = ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM']

/** Is this the staging folder's disk being full or closed to writing, whether Node or DuckDB met it? */
export const isDiskFault = (error: unknown) =>
  CODES.includes(String((error as NodeJS.ErrnoException)?.code)) ||
  /No space left|Read-only file system|Permission denied|Cannot open file .* for writing/i.test(messageOf(error))
