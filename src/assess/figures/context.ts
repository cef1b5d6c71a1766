import type { Break } from '../../collate/index.ts'
import type { FigureReference, FigureResult } from '../../vocabulary/figure.ts'
import type { OffenceGroup } from '../../vocabulary/offence.ts'
import type { CountTable } from './count-table.ts'

export interface Residents {
  residents: number
  year: number
  kind: string
}

/** What every figure of one release and force is worked out from. */
export interface FigureContext {
  release: string
  table: CountTable
  synthetic: boolean
  /** residents of a district, of the year nearest to the one asked for */
  populationOf(district: string, nearYear: number): Residents | undefined
  breaksFor(group: OffenceGroup): Break[]
  /** how a count stands to what was published, where that is known */
  standingOf(reference: FigureReference): string | undefined
}

/** One measure's way to its answer. The same reference and context always give the same result. */
export type Answer = (reference: FigureReference, context: FigureContext) => FigureResult

export const RECORDED_CAVEAT = 'Police-recorded: not everything that happens is reported or recorded.'

/** A result without a value, and why. */
export const cannotSay = (unit: string, reason: string, { synthetic }: FigureContext): FigureResult => ({
  value: null,
  unit,
  reason,
  caveats: [],
  synthetic,
})

/** `Census 2021`, `mid-year estimate 2020`: a rate always names its estimate. */
export const estimateInWords = ({ kind, year }: Residents) => (kind.includes(String(year)) ? kind : `${kind} ${year}`)
