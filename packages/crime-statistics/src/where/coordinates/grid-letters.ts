/** The 25 letters of a block of squares, row by row from the north-west: I is left out. */
export const GRID_LETTERS = 'ABCDEFGHJKLMNOPQRSTUVWXYZ'

/** Squares of 500 km in which Great Britain lies have their south-west corner this far from square V's, in squares. */
export const FALSE_ORIGIN = { east: 2, north: 1 }
