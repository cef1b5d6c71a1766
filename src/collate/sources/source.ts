import type { Readable } from 'node:stream'
import type { Month } from '../../vocabulary/period/month.ts'

/** One CSV file somebody named, wherever it lies: on its own, gzipped, in a folder, in an archive. */
export interface Source {
  /** as the person who gave the path would recognise it: `2025-01.zip › 2025-01/2025-01-kent-street.csv` */
  label: string
  /** the CSV's own name, without folders and without `.gz` */
  name: string
  /** a plain file can be read where it lies; anything else is unpacked first */
  plainPath?: string
  /** bytes as stored */
  storedBytes: number
  /** the newest month of the archive it came in: what its as-at date is, when nobody says otherwise */
  archiveLatest?: Month
  /** it lay in a folder or archive that was named: one of another layout there is passed over, not refused */
  alongside?: boolean
  open(): Promise<Opened>
}

/** The bytes of a source, unpacked as they are read. */
export interface Opened {
  bytes: Readable
  /** how many stored bytes have become what was read so far, where the source is packed and does not say its size */
  packedSoFar?(): number
}

/** What a folder or archive holds that is not a CSV, so that nothing is passed over in silence. */
export interface Found {
  sources: Source[]
  passedOver: string[]
}
