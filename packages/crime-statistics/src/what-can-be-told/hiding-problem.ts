import type { Relation } from './relation-space.ts'

/** What an outsider may take for granted about hidden cells, as how far each may lie from its true value. */
export interface Outlook {
  /** how far below its value each cell may be thought, if hidden */
  down: Float64Array
  /** how far above; Infinity where nothing limits it */
  up: Float64Array
  /** how wide the thinkable range of each cell must be; 0 where nothing is asked */
  need: Float64Array
}

/** A table as numbers: which cells must, may and must not be hidden, and what must stay open for each outlook. */
export interface HidingProblem {
  values: Float64Array
  relations: readonly Relation[]
  primary: Uint8Array
  /** cells that may be hidden to protect others */
  candidate: Uint8Array
  outlooks: readonly Outlook[]
}
