import { createHash } from 'node:crypto'
import type { Period } from './period/month.ts'

/** Where a figure's numbers came from. */
export type FigureSource =
  | { kind: 'evidence release'; release: string }
  | { kind: 'published statement'; citation: string; statedOn: string }

/** What a figure is, apart from its value: enough to compute it again. */
export interface FigureReference {
  /** id and version of the measure, such as `recorded-change/1`: see the measures register of the stage that owns it */
  measure: string
  area: { code: string; vintage: string }
  period: Period
  /** what is counted: a published type, or `crime` for all crime without anti-social behaviour */
  subject: string
  /** the earlier period this one is set against; `among` names the list whose verdicts are given together */
  comparison?: { period: Period; among?: 'issues' }
  source: FigureSource
}

export type Verdict = 'rise' | 'fall' | 'no clear change' | 'cannot be ascertained'

export interface FigureInterval {
  lower: number
  upper: number
  level: number
  method: string
  /** what the reader must know of it: `minimum uncertainty`, where too few months are held to know more */
  label?: string
}

/** The answer. A value that cannot be computed is `null` with the reason, never 0. */
export interface FigureResult {
  value: number | null
  unit: string
  /** of a change: the difference itself, in events */
  change?: number | null
  interval?: FigureInterval
  verdict?: Verdict
  /** what the verdict would be by itself, where being one of a list changed it */
  verdictAlone?: Verdict
  /** why there is no value, or no verdict */
  reason?: string
  /** φ, when the interval was widened for it */
  dispersion?: number
  caveats: string[]
  /** how the number stands to what was published: see the demonstration's published figures */
  standing?: string
  synthetic: boolean
}

/** A number that explains itself: what it is, what it says, and an address that shows how it was made. */
export interface Figure {
  id: string
  reference: FigureReference
  result: FigureResult
}

/** JSON with object keys in order and undefined left out: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
}

/** SHA-256 of the canonical JSON, in hexadecimal. */
export const hashOf = (value: unknown) => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** A figure's identity: the first 32 hexadecimal digits of the hash of its reference. */
export const figureId = (reference: FigureReference) => hashOf(reference).slice(0, 32)

export const figure = (reference: FigureReference, result: FigureResult): Figure => ({
  id: figureId(reference),
  reference,
  result,
})
