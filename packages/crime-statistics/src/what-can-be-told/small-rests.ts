import type { Piece, PlacedCell } from './releases.ts'

/** What is left of a printed count when printed counts of another release are subtracted. */
export interface Rest {
  /** place of the count it is left of */
  of: number
  /** pieces that are left, without those that are open elsewhere */
  pieces: number[]
  value: number
}

/**
 * Small counts of several pieces that a printed count of one release less printed counts of another tells: a ring round
 * a town that a hidden cell cuts in two. With each printed count the others within it are taken one by one, and as many
 * together as do not overlap, the largest first. Counts of one piece, and hidden cells, are judged as what they are.
 */
export function smallRests(
  cells: readonly PlacedCell[],
  pieces: readonly Piece[],
  small: (count: { value: number }) => boolean,
): Rest[] {
  const key = (places: readonly number[]) => [...places].sort((a, b) => a - b).join()
  const judged = new Set(cells.flatMap((cell) => (cell.shown ? [] : [key(cell.pieces)])))
  const rests: Rest[] = []
  const add = (of: number, taken: ReadonlySet<number>) => {
    const left = cells[of]!.pieces.filter((p) => !taken.has(p) && !pieces[p]!.open)
    const value = left.reduce((sum, p) => sum + pieces[p]!.value, 0)
    if (left.length < 2 || !small({ value }) || judged.has(key(left))) return
    judged.add(key(left))
    rests.push({ of, pieces: left, value })
  }
  const shown = cells.filter((cell) => cell.shown)
  for (const [of, whole] of cells.entries()) {
    if (!whole.shown || whole.exempt) continue
    const within = new Set(whole.pieces)
    const inside = shown
      .filter(
        ({ release, pieces: parts }) =>
          release !== whole.release && parts.length < within.size && parts.every((p) => within.has(p)),
      )
      .sort((a, b) => b.pieces.length - a.pieces.length)
    for (const part of inside) add(of, new Set(part.pieces))
    for (const release of new Set(inside.map((part) => part.release))) {
      const taken = new Set<number>()
      for (const part of inside)
        if (part.release === release && !part.pieces.some((p) => taken.has(p)))
          for (const p of part.pieces) taken.add(p)
      add(of, taken)
    }
  }
  return rests
}
