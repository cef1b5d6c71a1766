import { requireChoice, requireKnown, requirePositive, requireWholeFrom, requireYesOrNo } from '../check-inputs.ts'
import type { HidingProblem, Outlook } from './hiding-problem.ts'
import { leastHiding, protectable } from './least-hiding.ts'
import { type LinkedTable, placedTable, type TableRelation } from './linked-table.ts'
import { protectionFor } from './protection.ts'

export interface HidingOptions {
  /** counts from 1 up to but not including this are hidden: 5, or 10 for sensitive types */
  threshold?: number
  /**
   * no small count may be known to within this many either way: 2 where the threshold is 5 and 4 where it is 10 (5 where
   * zeros are hidden), so that no sum of hidden counts that totals tell, such as 4 and 4 of 8, is itself below the threshold
   */
  protection?: number
  /** hide zeros like small counts; false, as nobody is described by a count of none */
  hideZeros?: boolean
  /** `alike`: one mark for every hidden cell. `by-reason`: small counts say `<5`, others another mark */
  marks?: 'alike' | 'by-reason'
  /** how long to look for a better choice, roughly in seconds, counted in steps so that the result is the same everywhere: 4 */
  effort?: number
}

export interface ProtectedCell {
  id: string
  /** the count; null where it is hidden */
  value: number | null
  /** why it is shown or hidden. For the publisher: with marks alike the reason must not be published */
  status: 'shown' | 'exempt' | 'primary' | 'complementary'
  /** the count or mark to print */
  print: string
  /** what the print tells an outsider by itself: the count lies between `least` and `most` (null: no upper limit) */
  least: number
  most: number | null
}

export interface ProtectedTable {
  cells: ProtectedCell[]
  relations: readonly TableRelation[]
  /** `alike` also where marks by reason were asked for but would themselves give counts away */
  marks: 'alike' | 'by-reason'
  primary: number
  complementary: number
  /**
   * whether it is proved that no fewer cells do, and of as few none with a smaller sum – to six figures where the counts
   * that could be hidden sum to more than a million
   */
  optimal: boolean
  /** no safe choice has fewer complementary cells than this, as proved: `complementary` itself where optimal */
  complementaryAtLeast: number
  /** small counts that cannot be protected because of cells that must be shown: do not publish the table with them */
  unprotected: string[]
}

/** The mark of hidden cells: Government statistics' sign for confidential figures. */
const CONFIDENTIAL = '[c]'

/** Steps of the search that took about a second (2 cores of a 2026 server, Node 24). */
const STEPS = 2e8

/**
 * Which counts of a table must be hidden so that nobody can work out a small one? Hides counts of 1 to 4 (primary), then
 * the fewest further cells (complementary) so that no small count can be found from the totals: of choices with as few,
 * the one whose counts sum to the least. Row 12, 3, 9 of total 24: hiding the 3 alone tells it, 24 − 12 − 9; with the 9
 * hidden too it may be anything from 1 to 11.
 *
 * **What the outsider is taken to know**: every published number, every sum, that counts are whole and not negative,
 * that zeros are shown (so hidden ones are 1 or more, unless zeros are hidden too) and, with marks by reason, that `<5`
 * means 1 to 4 and the other mark 5 or more. A cell is safe when its thinkable values span more than twice the
 * protection: at least 5 for ±2. Not taken to be known: single incidents, or that the fewest cells were chosen.
 *
 * **Marks**: alike when nothing is said, because a `<5` is known to within ±2 as it stands. By reason, totals without
 * the marks must leave a span of 5, and with them at least all that the mark itself says (1 to 4). Some tables have no
 * such choice (two wards by two types with 1 each: every `<5` follows from the marks): they come back with marks alike.
 *
 * **Not closed**: who runs this programme on every table that could be, and keeps those that come out the same, learns more,
 * as with every fixed rule that hides the fewest cells. Printed 16, `[c]`, 6, `[c]`, only 6, 6 and 4 would have been hidden
 * so. Of all lists of three parts that sum to 30 at most 8 of 4,851 small counts are told in this way, 111 of 4,680 with
 * marks by reason; of all tables of two by two up to 18, 158 of 9,396 and 4 of 8,464. Where that matters hide a further
 * cell of your own choice: hiding more never tells more.
 *
 * The search is exact (branch and cut over the outsider's linear programmes, proofs in whole numbers) and deterministic.
 * If the effort allowed is spent first `optimal` is false: more cells may be hidden than need be, but what is hidden is safe,
 * and `complementaryAtLeast` says how few could do. Seven hundred cells nested both ways are left at 95 where 91 or more
 * are needed, 2,225 at 299 where 247 or more are.
 *
 * @formula min Σ hidden, then Σ hidden counts, s.t. for each small cell p: max x_p − min x_p > 2·protection over whole
 *   tables x ≥ 0 that agree with everything shown
 * @use before any table of partner data is published
 * @avoid for data already open row by row; when earlier tables on the same events are out, check with
 *   {@link differencingCheck} as well
 * @param table cells and relations, as from {@link twoWayTable} or {@link nestedTable}
 * @param options threshold, protection, zeros, marks and effort
 * @returns every cell as it may be printed, with the reason, and whether the choice is the best
 * @throws TypeError if an option has another name; RangeError if a count is not whole, a total does not add up, or threshold or protection is not a whole number
 * @see Fischetti M, Salazar-González JJ (2001). Solving the cell suppression problem on tabular data with linear constraints. Management Science 47: 1008–1027. doi:10.1287/mnsc.47.7.1008.9805
 * @see Hundepool A and others (2012). Statistical Disclosure Control. Chichester: Wiley, chapter 4.
 * @see Minami K, Abe Y (2019). Algorithmic matching attacks on optimally suppressed tabular data. Algorithms 12: 165. doi:10.3390/a12080165
 * @example hideSmallCounts(nestedTable({ name: 'All', parts: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] }, (ward) => ({ A: 12, B: 3, C: 9 })[ward])).cells.map(({ print }) => print) // ['24', '12', '[c]', '[c]']
 */
export function hideSmallCounts(table: LinkedTable, options: HidingOptions = {}): ProtectedTable {
  requireKnown(options, ['threshold', 'protection', 'hideZeros', 'marks', 'effort'])
  const { threshold = 5, hideZeros = false, marks = 'alike', effort = 4 } = options
  requireWholeFrom(threshold, 'threshold', 1)
  requireYesOrNo(hideZeros, 'hideZeros')
  const floor = hideZeros ? 0 : 1
  const { protection = protectionFor(threshold, floor) } = options
  requireWholeFrom(protection, 'protection', 0)
  requireChoice(marks, 'marks', ['alike', 'by-reason'])
  requirePositive(effort, 'effort')
  const { values, relations } = placedTable(table)
  const exempt = Uint8Array.from(table.cells, (cell) => (cell.exempt ? 1 : 0))
  const small = values.map((value) => (value >= floor && value < threshold ? 1 : 0))
  const primary = Uint8Array.from(small, (is, j) => (is && !exempt[j] ? 1 : 0))
  const candidate = Uint8Array.from(values, (value, j) => (value >= threshold && !exempt[j] ? 1 : 0))
  const wide = 2 * protection + 1
  const unmarked: Outlook = {
    down: values.map((value) => value - floor),
    up: values.map(() => Infinity),
    need: Float64Array.from(primary, (is) => is * wide),
  }
  const marked: Outlook = {
    down: values.map((value, j) => value - (small[j] ? floor : threshold)),
    up: values.map((value, j) => (small[j] ? threshold - 1 - value : Infinity)),
    need: Float64Array.from(primary, (is) => is * Math.min(wide, threshold - 1 - floor)),
  }
  const problem = (outlooks: Outlook[]): HidingProblem => ({ values, relations, primary, candidate, outlooks })
  const byReason = marks === 'by-reason' && threshold - 1 > floor ? protectable(problem([unmarked, marked])) : undefined
  const used = byReason?.exposed.length === 0 ? 'by-reason' : 'alike'
  const sound = used === 'by-reason' ? byReason! : protectable(problem([unmarked]))
  const { hidden, optimal, furtherAtLeast } = leastHiding(sound.problem, effort * STEPS)
  const cells = table.cells.map(({ id, value }, j): ProtectedCell => {
    if (!hidden[j])
      return { id, value, status: small[j] ? 'exempt' : 'shown', print: String(value), least: value, most: value }
    const status = primary[j] ? 'primary' : 'complementary'
    if (used === 'alike') return { id, value: null, status, print: CONFIDENTIAL, least: floor, most: null }
    return primary[j]
      ? { id, value: null, status, print: `<${threshold}`, least: floor, most: threshold - 1 }
      : { id, value: null, status, print: CONFIDENTIAL, least: threshold, most: null }
  })
  const number = (status: ProtectedCell['status']) => cells.filter((cell) => cell.status === status).length
  return {
    cells,
    relations: table.relations,
    marks: used,
    primary: number('primary'),
    complementary: number('complementary'),
    optimal,
    complementaryAtLeast: furtherAtLeast,
    unprotected: sound.exposed.map((j) => table.cells[j]!.id),
  }
}
