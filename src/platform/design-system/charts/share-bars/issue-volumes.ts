import type { DrawingWords } from '../drawing.ts'
import { isDrawable } from '../numbers.ts'

/** One issue's count. A count that cannot be given is `null`, with the reason. */
export interface IssueVolume {
  label: string
  count: number | null
  reason?: string
  /** the issue the page is about */
  emphasised?: boolean
}

export interface IssueVolumes extends DrawingWords {
  area: string
  /** "year ending September 2021" */
  period: string
  crimes: IssueVolume[]
  /** all crime, without anti-social behaviour: the base of every share. `null` leaves shares out */
  crimeTotal: number | null
  /** anti-social behaviour incidents: not crime, so drawn apart and without a share */
  antisocialBehaviour?: IssueVolume
}

/** Largest first, equal ones by label, those without a count last. */
export const byVolume = (issues: IssueVolume[]) =>
  [...issues].sort((a, b) => {
    const [ka, kb] = [a, b].map(({ count }) => (isDrawable(count) ? count : -1))
    if (ka !== kb) return kb! - ka!
    return a.label < b.label ? -1 : 1
  })

/** Percentage of all crime; undefined when either is not known or there was no crime. */
export const shareOf = ({ count }: IssueVolume, crimeTotal: number | null) =>
  isDrawable(count) && isDrawable(crimeTotal) && crimeTotal > 0 ? (count / crimeTotal) * 100 : undefined
