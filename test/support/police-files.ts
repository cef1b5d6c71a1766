import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { ZipFile } from 'yazl'
import { POLICE_STREET_COLUMNS, POLICE_STREET_HEADER } from '../../src/collate/police-street/layout.ts'
import type { StreetRow } from '../../src/collate/police-street/rules.ts'
import { ASB } from '../../src/vocabulary/offence.ts'

/** Small made-up files in the layout of data.police.uk: the zone codes are Dartford's, everything else is invented. */
export const DARTFORD_ZONE = { 'LSOA code': 'E01024132', 'LSOA name': 'Dartford 001A' }
export const ANOTHER_DARTFORD_ZONE = { 'LSOA code': 'E01024133', 'LSOA name': 'Dartford 001B' }

/** A Crime ID of the police's shape, the same for the same number. */
export const crimeId = (number: number) => number.toString(16).padStart(64, '0')

let given = 0

/** A recorded crime with an ID of its own; name the columns that matter. */
export const crime = (columns: Partial<StreetRow> = {}): StreetRow => ({
  'Crime ID': crimeId(++given),
  Month: '2025-01',
  'Reported by': 'Kent Police',
  'Falls within': 'Kent Police',
  Longitude: '0.220000',
  Latitude: '51.440000',
  Location: 'On or near A Made-up Road',
  ...DARTFORD_ZONE,
  'Crime type': 'Shoplifting',
  'Last outcome category': 'Under investigation',
  Context: '',
  ...columns,
})

/** An anti-social behaviour incident: no Crime ID and no outcome, so that two may be alike to the last character. */
export const incident = (columns: Partial<StreetRow> = {}): StreetRow =>
  crime({ 'Crime ID': '', 'Crime type': ASB, 'Last outcome category': '', ...columns })

/** What the police print where no published point is near. */
export const NOWHERE: Partial<StreetRow> = {
  Longitude: '',
  Latitude: '',
  Location: 'No Location',
  'LSOA code': '',
  'LSOA name': '',
}

export const times = (n: number, row: () => StreetRow): StreetRow[] => Array.from({ length: n }, row)

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
export const lineOf = (row: StreetRow) => POLICE_STREET_COLUMNS.map((column) => cell(row[column])).join(',')

/** Rows as a file's text. */
export const csvOf = (rows: StreetRow[], { eol = '\n', bom = false } = {}) =>
  `${bom ? '\uFEFF' : ''}${[POLICE_STREET_HEADER, ...rows.map(lineOf)].join(eol)}${eol}`

/** Writes a file, making its folder; gzipped when its name ends in `.gz`. Returns its path. */
export function writeFile(path: string, content: string | Buffer): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, path.endsWith('.gz') ? gzipSync(content) : content)
  return path
}

/** Writes a zip archive of named texts, in this order: a name may stand twice. Returns its path. */
export async function writeZip(path: string, entries: [name: string, content: string | Buffer][]): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of entries) zip.addBuffer(Buffer.from(content), name)
  zip.end()
  mkdirSync(dirname(path), { recursive: true })
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}
