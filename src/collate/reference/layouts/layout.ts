import type { ReferenceKind } from '../prepared-reference.ts'
import type { Columns } from './columns.ts'

/** What is known of a file besides its header. */
export interface FileFacts {
  /** the lines above the header: sheets saved as CSV keep their title there */
  preamble: string
  /** the file's own name: looked at for a year alone, where nothing inside the file says it */
  fileName: string
  /** the year the person gave */
  year?: number
}

/** How to read a file whose header was recognised. */
export interface Reading {
  vintage: string
  title: string
  publisher: string
  licence: string
  /** what each normal column is, as SQL over the file's columns */
  columns: Record<string, string>
  /** SQL the columns are taken from, where that is not the file row by row; `source` is the file */
  from?: string
  /** rows kept, as SQL over the normal columns, and what the others are */
  keep?: { where: string; others: string }
  /** normal columns that may be absent in a row */
  optional?: string[]
  /** normal columns that together name a row: no two rows may share them, and the table is sorted by them */
  unique: string[]
  /** rows that repeat are one fact: census output areas listed under their LSOA */
  distinct?: boolean
  /** how rows of districts that have since become one are put together; without it a row stays a row */
  merge?: 'add'
  /** LSOA names as SQL over `source`: they tell a part-file's districts where it has no district codes */
  lsoaNames?: string
  /** the edition, as SQL over `source`, where only the rows say it */
  edition?: string
}

/** One layout of one kind of table. */
export interface Layout {
  kind: ReferenceKind
  /** the columns that make it, as a person would look for them */
  needs: string
  /** @throws Refusal when the layout is this one but something needed is missing, such as the year */
  read(columns: Columns, facts: FileFacts): Reading | undefined
}
