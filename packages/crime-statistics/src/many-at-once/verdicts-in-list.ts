import { requireChoice, requireLevel, requireList, requireObject } from '../check-inputs.ts'
import type { Verdict } from '../is-it-changing/change-verdict.ts'
import { benjaminiHochberg } from './benjamini-hochberg.ts'

const VERDICTS: readonly Verdict[] = ['rise', 'fall', 'no clear change', 'cannot be ascertained']

/** What a list needs of each change: {@link changeVerdict} returns it. */
export interface JudgedChange {
  verdict: Verdict
  /** null where there is no verdict */
  p: number | null
}

export interface ListedVerdict {
  /** the verdict to print in the list */
  verdict: Verdict
  /** the verdict it would have had by itself */
  alone: Verdict
  /** p-value adjusted for the list; null where there is no verdict */
  adjustedP: number | null
  /** true when it would have been called a rise or fall by itself and is not in this list */
  onlyAlone: boolean
}

/**
 * Which changes of a list are a rise or a fall, when a reader scans them all? Of a hundred places where nothing
 * changed about five would be called by chance, so a rise or fall stands in a list only if its Benjamini–Hochberg
 * adjusted p-value is at most the false-discovery rate as well. Changes that cannot be ascertained stay so and do not count in the
 * adjustment.
 *
 * @formula a rise or fall stands if its Benjamini–Hochberg adjusted p ≤ falseDiscoveryRate
 * @use wherever verdicts stand in a list that a reader scans: crime types, wards, months
 * @avoid for the one change a page was made for, chosen before the figures were seen: its own verdict stands
 * @param changes verdicts and p-values, in the list's order
 * @param falseDiscoveryRate largest expected share of false calls among those called; 0.05 when left out
 * @returns one verdict a change, in the same order
 * @throws TypeError if changes is not an array, RangeError if a p-value is not a probability or the rate is outside 0 to 1
 * @see Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate. JRSS B 57: 289–300. doi:10.1111/j.2517-6161.1995.tb02031.x
 * @example verdictsInList([{ verdict: 'rise', p: 0.04 }, { verdict: 'no clear change', p: 0.6 }])[0] // { verdict: "no clear change", alone: "rise", adjustedP: 0.08, onlyAlone: true }
 */
export function verdictsInList(changes: readonly JudgedChange[], falseDiscoveryRate = 0.05): ListedVerdict[] {
  requireList(changes, 'changes')
  requireLevel(falseDiscoveryRate, 'falseDiscoveryRate', 0.05)
  for (const [i, change] of changes.entries()) {
    requireObject(change, `changes[${i}]`, 'the answer of changeVerdict')
    requireChoice(change.verdict, `changes[${i}].verdict`, VERDICTS)
  }
  const judged = changes.filter((change) => change.p !== null)
  const adjusted = benjaminiHochberg(judged.map(({ p }) => p!))
  const adjustedOf = new Map(judged.map((change, i) => [change, adjusted[i]!]))
  return changes.map((change) => listed(change.verdict, adjustedOf.get(change) ?? null, falseDiscoveryRate))
}

function listed(alone: Verdict, adjustedP: number | null, rate: number): ListedVerdict {
  const onlyAlone = (alone === 'rise' || alone === 'fall') && (adjustedP === null || adjustedP > rate)
  return { verdict: onlyAlone ? 'no clear change' : alone, alone, adjustedP, onlyAlone }
}
