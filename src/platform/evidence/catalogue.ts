import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { Month } from '../../vocabulary/period/month.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import { writeDurably } from './durable.ts'
import type { EvidenceFolder } from './evidence-folder.ts'

/** Who may read what a delivery holds, widest first. */
export const AUDIENCES = ['open', 'partnership', 'analysts', 'named people'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What a delivery holds of one publisher and month. */
export interface Holding {
  publisher: string
  month: Month
  rows: number
  asb: number
  /** rows without an LSOA: counted in every total, in no district */
  withoutLsoa: number
}

/** One file from one partner, as accepted. Never edited; a later one for the same month may supersede it. */
export interface Delivery {
  /** SHA-256 of the decompressed bytes: plain, gzipped and zipped copies are one delivery */
  id: string
  feed: string
  /** `street` for a file named as the publisher names it, `extract` for anything else in the layout */
  kind: string
  /** the name it came under, without its folder */
  name: string
  bytes: number
  receivedAt: string
  /** what decides between two deliveries of one month: the later one is used */
  asAt: string
  read: number
  accepted: number
  rejected: Record<string, number>
  holds: Holding[]
  /** the texts of *Falls within*: more than one only in an extract that mixes forces */
  forces: string[]
  /** Crime IDs that stand on more than one row of one month */
  repeatedCrimeIds: number
  /** types that the vocabulary does not know: counted as crime, and reported */
  unknownTypes: string[]
  droppedColumns: string[]
  audience: Audience
  partnership: string
  provider: string
  agreement: string | null
  licence: string
  disclosure: 'already open' | 'partner' | 'sensitive'
  smallestGeography: string
  /** invented for a demonstration: every figure made from it says so */
  synthetic: boolean
}

/** A reference table that counts lean on: lookups, boundaries, populations. */
export interface Reference {
  key: string
  kind: string
  vintage: string
  title: string
  hash: string
  file: string
  rows: number
  covers: string
  receivedAt: string
}

/** The part of one delivery that a release uses. */
export interface Admission {
  delivery: string
  feed: string
  publisher: string
  kind: string
  months: Month[]
}

/** A fixed state of the evidence: the same release always gives the same counts. */
export interface Release {
  /** hash of the admissions and of every table they are read with */
  id: string
  at: string
  admissions: Admission[]
  /** key → hash of every reference table, crosswalk and break list used */
  tables: Record<string, string>
}

export interface Catalogue {
  version: 1
  deliveries: Delivery[]
  /** the newest of each key */
  references: Reference[]
  /** what newer ones took the place of: earlier releases are still read with these */
  formerReferences?: Reference[]
  releases: Release[]
  current: string | null
}

const EMPTY: Catalogue = { version: 1, deliveries: [], references: [], releases: [], current: null }

/** What the folder holds; empty when nothing was ever imported. */
export function readCatalogue(folder: EvidenceFolder): Catalogue {
  if (!existsSync(folder.catalogue)) return structuredClone(EMPTY)
  const catalogue = parsed(folder)
  if (catalogue?.version === 1 && Array.isArray(catalogue.deliveries) && Array.isArray(catalogue.releases))
    return catalogue as Catalogue
  throw new Refusal(
    `${folder.catalogue} is not a catalogue that can be read: restore it from a backup, or move the evidence folder aside and import again.`,
  )
}

function parsed(folder: EvidenceFolder): Partial<Catalogue> | undefined {
  try {
    return JSON.parse(readFileSync(folder.catalogue, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * For a writer: makes the catalogue of a new folder before anything else. Deliveries without a catalogue are then never the
 * remains of a crash, which may be swept, but a catalogue that was lost, and they are left alone.
 */
export function startCatalogue(folder: EvidenceFolder): void {
  if (existsSync(folder.catalogue)) return
  if (readdirSync(folder.deliveries).length > 0)
    throw new Refusal(
      `${folder.catalogue} is missing and ${folder.deliveries} is not empty: restore the catalogue from a backup, or move the evidence folder aside and import again.`,
    )
  writeCatalogue(folder, EMPTY)
}

/** The reference tables that a release is read with: those it names by hash, whatever came after. */
export const referencesOf = ({ references, formerReferences = [] }: Catalogue, release: Release): Reference[] =>
  [...references, ...formerReferences].filter(({ key, hash }) => release.tables[key] === hash)

/** The one act that commits: before it the old release stands, after it the new one. */
export const writeCatalogue = (folder: EvidenceFolder, catalogue: Catalogue) =>
  writeDurably(folder.catalogue, `${JSON.stringify(catalogue, null, 1)}\n`)

export const currentRelease = (catalogue: Catalogue) =>
  catalogue.releases.find((release) => release.id === catalogue.current)

/** What people are shown of a release's identity. */
export const shortRelease = (id: string) => id.slice(0, 12)
