import {
  requireChoice,
  requireFinite,
  requirePositive,
  requireSameLength,
  requireWholeFrom,
  shown,
} from '../../check-inputs.ts'

/** A rectangle along the axes of the national grid, in metres. */
export interface BoxInMetres {
  west: number
  south: number
  east: number
  north: number
}

/**
 * Cells of one shape and size, as plain numbers and typed arrays. Places are laid out in rows from the south, each from
 * the west; cells are the places that are kept, counted from 0 in the same order.
 */
export interface Grid {
  shape: 'square' | 'hexagon'
  /** metres: side of a square; width of a hexagon between its two upright sides, which is also the distance of neighbours' centres */
  size: number
  /** south-west corner of the first square, or centre of the first hexagon, metres */
  originX: number
  originY: number
  columns: number
  rows: number
  /** for each place (row × columns + column) the cell there, or −1 where none is kept */
  cellAt: Int32Array
  /** for each cell its place */
  placeOf: Int32Array
  /** eastings of the centres of the cells, metres */
  x: Float64Array
  /** northings of the centres */
  y: Float64Array
}

export type Lattice = Pick<Grid, 'shape' | 'size' | 'originX' | 'originY' | 'columns' | 'rows'>

/** Distance between rows of hexagons of a width: they interlock. */
export const rowHeight = ({ shape, size }: Pick<Grid, 'shape' | 'size'>) =>
  shape === 'square' ? size : (size * Math.sqrt(3)) / 2

export function centreX({ shape, size, originX }: Lattice, row: number, column: number): number {
  return originX + size * column + (shape === 'square' ? size / 2 : (size / 2) * (row & 1))
}

export function centreY(lattice: Lattice, row: number): number {
  return lattice.originY + rowHeight(lattice) * row + (lattice.shape === 'square' ? lattice.size / 2 : 0)
}

/** More cells than this are a mistyped size: a Britain of 100 m squares has fewer. */
const MOST_PLACES = 50_000_000

/** The grid of those places of a lattice that are kept, judged a row at a time. */
export function gridOfKept(lattice: Lattice, keptInRow: (row: number) => (x: number) => boolean): Grid {
  const { columns, rows } = lattice
  const places = columns * rows
  if (!(places <= MOST_PLACES))
    throw new RangeError(`the grid would have ${columns} × ${rows} cells: give larger cells or a smaller area.`)
  const cellAt = new Int32Array(places).fill(-1)
  const placeOf = new Int32Array(places)
  let cells = 0
  for (let row = 0; row < rows; row++) {
    const kept = keptInRow(row)
    for (let column = 0; column < columns; column++) {
      if (!kept(centreX(lattice, row, column))) continue
      const place = row * columns + column
      placeOf[cells] = place
      cellAt[place] = cells++
    }
  }
  if (cells === 0)
    throw new RangeError(
      'no cell has its centre inside: give smaller cells or a larger area, in metres as wgs84ToGrid makes of degrees.',
    )
  const x = new Float64Array(cells)
  const y = new Float64Array(cells)
  for (let cell = 0; cell < cells; cell++) {
    const row = Math.floor(placeOf[cell]! / columns)
    x[cell] = centreX(lattice, row, placeOf[cell]! % columns)
    y[cell] = centreY(lattice, row)
  }
  return { ...lattice, cellAt, placeOf: placeOf.slice(0, cells), x, y }
}

/** Refuses what is no grid by its measures and the lengths of its lists. */
export function requireGrid(grid: Grid): void {
  const { cellAt, placeOf, x, y } = Object(grid) as Grid
  const listed = cellAt instanceof Int32Array && placeOf instanceof Int32Array
  if (!(listed && x instanceof Float64Array && y instanceof Float64Array))
    throw new TypeError(`grid is ${shown(grid)}: make it with squareGrid or hexagonalGrid.`)
  requireChoice(grid.shape, 'grid.shape', ['square', 'hexagon'])
  requirePositive(grid.size, 'grid.size')
  requireFinite(grid.originX, 'grid.originX')
  requireFinite(grid.originY, 'grid.originY')
  requireWholeFrom(grid.columns, 'grid.columns', 1)
  requireWholeFrom(grid.rows, 'grid.rows', 1)
  if (cellAt.length !== grid.columns * grid.rows)
    throw new RangeError(
      `grid.cellAt has ${cellAt.length} places and the grid ${grid.columns} × ${grid.rows}: give one for each.`,
    )
  requireSameLength(placeOf.length, 'grid.placeOf', x.length, 'grid.x', 'cell')
  requireSameLength(y.length, 'grid.y', x.length, 'grid.x', 'cell')
}

/** Refuses what is no grid, its cells one by one too: for what walks over all of them. */
export function requireWholeGrid(grid: Grid): void {
  requireGrid(grid)
  const { cellAt, placeOf, x, y } = grid
  let kept = 0
  for (let place = 0; place < cellAt.length; place++) if (cellAt[place] !== -1) kept++
  if (kept !== placeOf.length)
    throw new RangeError(`grid.cellAt holds ${kept} cells and grid.placeOf ${placeOf.length}: give the same of both.`)
  for (let cell = 0; cell < placeOf.length; cell++) {
    if (cellAt[placeOf[cell]!] !== cell)
      throw new RangeError(
        `grid.placeOf[${cell}] is ${placeOf[cell]}, where grid.cellAt has another cell: give its own.`,
      )
    if (!(Number.isFinite(x[cell]) && Number.isFinite(y[cell])))
      throw new RangeError(`the centre of cell ${cell} of the grid is ${x[cell]}, ${y[cell]}: give finite metres.`)
  }
}

export function requireBox(box: BoxInMetres): BoxInMetres {
  if (typeof box !== 'object' || box === null)
    throw new TypeError(`area is ${String(box)}: give { west, south, east, north } in metres, or a boundary.`)
  for (const side of ['west', 'south', 'east', 'north'] as const) requireFinite(box[side], `area.${side}`)
  if (box.west < box.east && box.south < box.north) return box
  throw new RangeError(
    `area reaches from ${box.west} to ${box.east} and from ${box.south} to ${box.north}: give west below east and south below north.`,
  )
}
