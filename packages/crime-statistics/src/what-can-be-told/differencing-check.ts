import { requireKnown, requireList, requireObject, requireWholeFrom } from '../check-inputs.ts'
import { protectionFor } from './protection.ts'
import { RelationSpace } from './relation-space.ts'
import { type Atom, type Piece, type PlacedCell, piecesOf, type Release, requireRelease } from './releases.ts'
import { type Rest, smallRests } from './small-rests.ts'
import { pushWhole, standsWhole } from './whole-tables.ts'

export interface DifferencingInput {
  /** the smallest groups of events, with their true counts */
  atoms: readonly Atom[]
  /** what is out already */
  earlier: readonly Release[]
  /** what is about to be published */
  next: Release
}

export interface DifferencingOptions {
  /** counts from 1 up to but not including this are small: 5 */
  threshold?: number
  /** no small count may be known to within this many either way: 2 where the threshold is 5, 4 where it is 10 */
  protection?: number
}

/** A small count that can be worked out, or nearly, from releases taken together. */
export interface SmallCountTold {
  /** what it counts: atoms that no release tells apart, those of a hidden cell, or what a subtraction leaves */
  atoms: string[]
  /** the true count */
  value: number
  /** the cells it is part of, as `release: cell` … */
  within: string[]
  /** … and the smallest cells that hold all of these but leave it out: what is subtracted */
  without: string[]
  least: number
  most: number | null
  recovered: boolean
  /** whether the earlier releases told as much without the new one: false where they told it less closely */
  alreadyTold: boolean
}

export interface DifferencingResult {
  /** whether the new release tells any small count that was not told before, or more closely: do not publish it */
  blocked: boolean
  found: SmallCountTold[]
  /**
   * false where the search over whole numbers ended early, with dozens of sums across one another: a small count that is
   * not listed may then be told, and the release is blocked
   */
  proved: boolean
}

/**
 * Does a new table give away small counts when it is held against earlier ones? Puts every published number of all
 * releases, hidden marks, and what is open elsewhere into one attack on the pieces they cut the events into. Finds
 * nested areas subtracted from one another, year-endings that overlap, a cell hidden now and shown before, and totals
 * revised – whichever combination of releases it takes.
 *
 * Judged are the pieces, hidden cells, and what printed counts less printed counts of another release leave. Other sums of
 * pieces are not: with a threshold of 10 and ±4, two pieces that are each 0 to 9 may be known to sum to 9. A protection of
 * half the threshold or more rules that out (a sum told exactly is then no small count); 2 does for a threshold of 5.
 *
 * Atoms are the counts all releases are sums of. Records added to or withdrawn from a count between versions are atoms
 * of their own (`A | May`, `A | May, added by July`): the revision of a total by 1 then shows up as the small count it is.
 *
 * @formula min and max of each piece s.t. Σ pieces of a cell = what is shown, hidden ones within their marks, pieces
 *   whole and ≥ 0; told where max − min is less than 2·protection + 1, or than the narrowest of its marks leaves open by
 *   itself, if that is less
 * @use on every release of figures that overlap with earlier ones in area, period or version
 * @avoid as the only step: hide the small counts of the new table first ({@link hideSmallCounts})
 * @param input atoms, earlier releases and the new one
 * @param options threshold and protection
 * @returns whether the new release must not go out as it is, every small count told, with what tells it, and whether the
 *   search for them came to its end
 * @throws RangeError if a cell counts an atom that is not there or counts it twice, a count is not whole, or the mark of
 *   a hidden cell does not hold its true count
 * @see Hundepool A and others (2012). Statistical Disclosure Control. Chichester: Wiley.
 * @example differencingCheck({ atoms: [{ id: 'core', value: 21 }, { id: 'ring', value: 3 }], earlier: [{ name: '2024', cells: [{ id: 'District', atoms: ['core', 'ring'], shown: true }] }], next: { name: '2025', cells: [{ id: 'Town', atoms: ['core'], shown: true }] } }) // { blocked: true, found: [{ atoms: ['ring'], least: 3, most: 3, without: ['2025: Town'] }] }
 */
export function differencingCheck(input: DifferencingInput, options: DifferencingOptions = {}): DifferencingResult {
  requireKnown(options, ['threshold', 'protection'])
  const { threshold = 5 } = options
  requireWholeFrom(threshold, 'threshold', 1)
  const { protection = protectionFor(threshold, 1) } = options
  requireWholeFrom(protection, 'protection', 0)
  requireObject(input, 'input', '{ atoms: […], earlier: […], next: {…} }')
  requireList(input.earlier, 'earlier')
  const releases = [...input.earlier, input.next]
  for (const [i, release] of releases.entries())
    requireRelease(release, i < input.earlier.length ? `earlier[${i}]` : 'next')
  const { pieces, cells } = piecesOf(input.atoms, releases)
  const wide = 2 * protection + 1
  const small = ({ value }: { value: number }) => value >= 1 && value < threshold
  const rests = smallRests(cells, pieces, small)
  const before = outsider(pieces, cells, rests, (cell) => cell.release < input.earlier.length)
  const after = outsider(pieces, cells, rests, () => true)
  const nameOf = (cell: PlacedCell) => `${releases[cell.release]!.name}: ${cell.id}`

  const found: SmallCountTold[] = []
  let proved = true
  const judge = (place: number, value: number, openByMark: number, within: number[], atoms: string[]) => {
    const need = Math.min(wide, openByMark)
    if (after.isOpen(place, need)) return
    const range = after.range(place)
    if (widthOf(range) >= need) {
      proved = false // perhaps not: tables so far apart were not found
      return
    }
    found.push({
      atoms,
      value,
      within: within.map((cell) => nameOf(cells[cell]!)),
      without: subtracted(cells, pieces, within, atoms).map(nameOf),
      least: range.least,
      most: range.most === Infinity ? null : range.most,
      recovered: range.least === range.most,
      alreadyTold: widthOf(before.range(place)) <= widthOf(range),
    })
  }
  for (const [place, piece] of pieces.entries())
    if (small(piece) && !piece.open) judge(place, piece.value, openByMarks(piece, cells), piece.within, piece.atoms)
  for (const [c, cell] of cells.entries()) {
    if (cell.shown || !small(cell) || cell.pieces.length < 2) continue // a cell of one piece has been judged as that
    const atoms = cell.pieces.flatMap((place) => pieces[place]!.atoms)
    judge(pieces.length + c, cell.value, openByMark(cell), [c], atoms)
  }
  for (const [r, rest] of rests.entries()) {
    const atoms = rest.pieces.flatMap((place) => pieces[place]!.atoms)
    judge(pieces.length + cells.length + r, rest.value, Infinity, [rest.of], atoms)
  }
  return { blocked: !proved || found.some(({ alreadyTold }) => !alreadyTold), found, proved }
}

interface Range {
  least: number
  most: number
}

const widthOf = ({ least, most }: Range) => most - least

/**
 * What an outsider can work out from the cells of some releases: the range of a piece, of cell c as pieces + c, or of a
 * rest after those.
 */
function outsider(
  pieces: readonly Piece[],
  cells: readonly PlacedCell[],
  rests: readonly Rest[],
  knows: (cell: PlacedCell) => boolean,
) {
  const sums = [...cells, ...rests]
  const relations = sums.map((sum, s) => ({ total: pieces.length + s, parts: sum.pieces }))
  const space = new RelationSpace(pieces.length + sums.length, relations)
  space.most.fill(Infinity)
  for (const [p, { value, open }] of pieces.entries()) {
    space.least[p] = open ? value : 0
    space.most[p] = open ? value : Infinity
  }
  for (const [c, cell] of cells.entries()) {
    const known = knows(cell)
    space.least[pieces.length + c] = !known ? 0 : cell.shown ? cell.value : (cell.least ?? 0)
    space.most[pieces.length + c] = !known ? Infinity : cell.shown ? cell.value : (cell.most ?? Infinity)
  }
  const truth = [...pieces, ...sums].map(({ value }) => value)
  space.stand(truth)
  // How far apart tables of whole numbers lie that have been found: each is a witness for all places at once.
  const [high, low] = [truth.slice(), truth.slice()]
  const go = (place: number, side: 1 | -1, enough?: number) => {
    const limit = pushWhole(space, place, side, enough)
    if (standsWhole(space))
      for (const [p, value] of space.x.entries()) {
        high[p] = Math.max(high[p]!, Math.round(value))
        low[p] = Math.min(low[p]!, Math.round(value))
      }
    if (side > 0) high[place] = Math.max(high[place]!, limit.reached)
    else low[place] = Math.min(low[place]!, limit.reached)
    return limit.value
  }
  const reached = (place: number, need: number) => high[place]! - low[place]! >= need
  return {
    /** whether two tables have been found in which the place differs by as much as is asked */
    isOpen(place: number, need: number): boolean {
      if (!reached(place, need)) go(place, 1, low[place]! + need)
      if (!reached(place, need)) go(place, -1, high[place]! - need)
      return reached(place, need)
    },
    range: (place: number): Range => ({ most: go(place, 1), least: go(place, -1) }),
  }
}

/**
 * How much the mark of a hidden cell leaves open by itself: 3 for `<5`, which everybody knows to be 1 to 4. A mark that
 * leaves nothing open tells the count.
 */
const openByMark = ({ least = 0, most }: PlacedCell) => Math.max(1, (most ?? Infinity) - least)

/**
 * How much of a piece the narrowest mark or authorised exception leaves open: no release can be blamed for telling as
 * much. Each by itself, since two marks of one count that say 1 to 9 and at least 5 tell together what neither does.
 */
function openByMarks({ within }: Piece, cells: readonly PlacedCell[]): number {
  let narrowest = Infinity
  for (const c of within) {
    const cell = cells[c]!
    if (cell.shown && !cell.exempt) continue
    const alone = cell.pieces.length === 1
    const open = cell.shown ? (alone ? 0 : cell.value) : openByMark(alone ? cell : { ...cell, least: 0 })
    narrowest = Math.min(narrowest, open)
  }
  return narrowest
}

/** Shown cells that share atoms with those it is within, leave it out, and are not part of another such cell. */
function subtracted(
  cells: readonly PlacedCell[],
  pieces: readonly Piece[],
  within: readonly number[],
  atoms: readonly string[],
): PlacedCell[] {
  const around = new Set(within.flatMap((c) => cells[c]!.pieces))
  const itself = new Set(atoms)
  const inside = cells.filter(
    ({ shown, pieces: parts }) =>
      shown && parts.every((p) => around.has(p) && !pieces[p]!.atoms.some((atom) => itself.has(atom))),
  )
  return inside.filter(
    (cell) =>
      !inside.some(
        (other) =>
          other !== cell &&
          other.pieces.length > cell.pieces.length &&
          cell.pieces.every((p) => other.pieces.includes(p)),
      ),
  )
}
