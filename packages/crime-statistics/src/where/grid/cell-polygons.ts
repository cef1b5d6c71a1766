import { type Grid, requireWholeGrid } from './grid.ts'

/**
 * What do the cells look like on a map? The outline of each cell, counter-clockwise and closed, as GeoJSON has it.
 *
 * @formula square: centre ± size/2; hexagon: six corners size/√3 from the centre, the first to the south
 * @use for drawing a grid; the coordinates are metres: turn them with {@link gridToWgs84} for web maps
 * @avoid for finding the cell of an event: {@link cellsOfPoints}
 * @param grid squares or hexagons
 * @returns for each cell one ring of [easting, northing], its first corner again at the end
 * @throws TypeError if grid is not a grid
 * @example cellPolygons(squareGrid({ west: 0, south: 0, east: 250, north: 250 }, 250)) // [[[0, 0], [250, 0], [250, 250], [0, 250], [0, 0]]]
 */
export function cellPolygons(grid: Grid): [easting: number, northing: number][][] {
  requireWholeGrid(grid)
  const corners = grid.shape === 'square' ? squareCorners(grid.size / 2) : hexagonCorners(grid.size / 2)
  return Array.from(grid.x, (x, cell) =>
    [...corners, corners[0]!].map(([east, north]): [number, number] => [x + east, grid.y[cell]! + north]),
  )
}

type Corner = readonly [east: number, north: number]

const squareCorners = (half: number): Corner[] => [
  [-half, -half],
  [half, -half],
  [half, half],
  [-half, half],
]

function hexagonCorners(half: number): Corner[] {
  const side = (2 * half) / Math.sqrt(3)
  return [
    [0, -side],
    [half, -side / 2],
    [half, side / 2],
    [0, side],
    [-half, side / 2],
    [-half, -side / 2],
  ]
}
