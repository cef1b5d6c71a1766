import { requireCount, requireList, requireObject, requireText, requireYesOrNo } from '../check-inputs.ts'

/** The smallest groups of events that releases are made of, such as a ward's burglaries of one month. */
export interface Atom {
  id: string
  /** the true count */
  value: number
  /** known to an outsider from elsewhere, such as the open police data */
  open?: boolean
}

/** One number of a release: the sum of its atoms, shown or hidden. */
export interface ReleasedCell {
  id: string
  /** ids of the atoms it is the sum of */
  atoms: readonly string[]
  /** false where it is hidden */
  shown: boolean
  /**
   * what the mark of a hidden cell tells: at least this … 1 when left out, as zeros are printed and all know it; give 0
   * for every hidden cell where zeros are hidden too. A true count of 0 is never taken to be more
   */
  least?: number
  /** … and at most this */
  most?: number | null
  /** shown by an authorised exception although small */
  exempt?: boolean
}

/** A table, map or report that is out or about to be. */
export interface Release {
  name: string
  cells: readonly ReleasedCell[]
}

/** Atoms that no release tells apart: the finest counts that releases taken together speak of. */
export interface Piece {
  /** ids of its atoms */
  atoms: string[]
  value: number
  open: boolean
  /** places of the released cells that it is part of */
  within: number[]
}

/** A released cell with its release and its true value. */
export interface PlacedCell extends ReleasedCell {
  release: number
  value: number
  pieces: number[]
}

/** Refuses what is no release; its counts are looked at with the atoms. */
export function requireRelease(release: Release, called: string): void {
  requireObject(release, called, "{ name: '2025', cells: [{ id: 'Town', atoms: ['core'], shown: true }] }")
  requireText(release.name, `${called}.name`)
  requireList(release.cells, `cells of ${release.name}`)
  for (const [c, cell] of release.cells.entries()) {
    const name = `cells[${c}] of ${release.name}`
    requireObject(cell, name, "{ id: 'Town', atoms: ['core'], shown: true }")
    requireText(cell.id, `id of ${name}`)
    requireList(cell.atoms, `atoms of ${name}`)
    for (let a = 0; a < cell.atoms.length; a++) requireText(cell.atoms[a], `atoms[${a}] of ${name}`)
    requireYesOrNo(cell.shown, `shown of ${name}`)
    if (cell.exempt !== undefined) requireYesOrNo(cell.exempt, `exempt of ${name}`)
  }
}

/** Cells of all releases, and the pieces they cut the atoms into. */
export function piecesOf(atoms: readonly Atom[], releases: readonly Release[]) {
  requireList(atoms, 'atoms')
  const memberships = new Map<string, number[]>()
  for (const [a, atom] of atoms.entries()) {
    requireObject(atom, `atoms[${a}]`, "{ id: 'core', value: 21 }")
    const { id, value, open } = atom
    requireText(id, `atoms[${a}].id`)
    if (open !== undefined) requireYesOrNo(open, `open of atom "${id}"`)
    requireCount(value, `value of atom "${id}"`)
    if (memberships.has(id)) throw new RangeError(`atoms has "${id}" twice: give every atom an id of its own.`)
    memberships.set(id, [])
  }
  const cells: PlacedCell[] = []
  for (const [release, { name, cells: released }] of releases.entries())
    for (const cell of released) {
      if (cell.atoms.length === 0) throw new RangeError(`"${cell.id}" of ${name} has no atoms: give those it counts.`)
      for (const id of cell.atoms) {
        const membership = memberships.get(id)
        if (!membership) throw new RangeError(`"${cell.id}" of ${name} counts "${id}", which is no atom.`)
        if (membership.at(-1) === cells.length) throw new RangeError(`"${cell.id}" of ${name} counts "${id}" twice.`)
        membership.push(cells.length)
      }
      cells.push({ ...cell, release, value: 0, pieces: [] })
    }
  const pieces: Piece[] = []
  const byMembership = new Map<string, number>()
  for (const { id, value, open = false } of atoms) {
    const within = memberships.get(id)!
    const key = open ? `open ${id}` : within.join(',')
    let place = byMembership.get(key)
    if (place === undefined) {
      place = pieces.length
      byMembership.set(key, place)
      pieces.push({ atoms: [], value: 0, open, within })
      for (const cell of within) cells[cell]!.pieces.push(place)
    }
    const piece = pieces[place]!
    piece.atoms.push(id)
    piece.value += value
    for (const cell of within) cells[cell]!.value += value
  }
  for (const cell of cells) {
    requireTrueMark(cell, releases[cell.release]!.name)
    cell.least ??= Math.min(1, cell.value)
  }
  return { pieces, cells }
}

/** A mark that the true count contradicts would make the attack find what no outsider can. */
function requireTrueMark({ id, shown, least = 0, most = null, value }: PlacedCell, release: string): void {
  if (shown) return
  requireCount(least, `least of "${id}" of ${release}`)
  if (most !== null) requireCount(most, `most of "${id}" of ${release}`)
  if (value < least || value > (most ?? Infinity))
    throw new RangeError(
      `"${id}" of ${release} counts ${value} and its mark says ${least} to ${most ?? 'any number'}: give what the printed mark tells.`,
    )
}
