import {
  cellsOfPoints,
  countsByCell,
  exactPoints,
  giStarOnGrid,
  gridNeighbours,
  hexagonalGrid,
} from '../../../src/index.ts'
import { incidentsOf, locatedIncidents, placesOf } from '../../incidents.ts'
import { compared, type OracleSuite } from '../../item.ts'

interface HexGi {
  meta: string
  n_rows: number
  n_tied_events: number
  count: number[]
  n_neighbours_excl_self: number[]
  gi_star_z: number[]
  p_bh: number[]
}

export const suite: OracleSuite<HexGi> = function* (expected, folder) {
  const { originX, originY, width, from, to } = described(expected.meta)
  const columns = expected.count.length / expected.n_rows
  const south = originY
  const west = originX - width / 4
  const height = (width * Math.sqrt(3)) / 2
  const north = south + height * (expected.n_rows - 0.5)
  const grid = hexagonalGrid({ west, south, east: west + columns * width, north }, width)
  const incidents = locatedIncidents(folder)
  const { x, y } = placesOf(incidents, incidentsOf(incidents, 'ALL', from, to))
  const { counts } = countsByCell(grid, exactPoints(x, y), 2 * width) // at the edge the nearest centre counts
  yield compared('events by hexagon', 'hexagonalGrid, countsByCell', 0, [[counts, expected.count]])
  // no side of these hexagons runs from west to east: a step along it takes an event at a border to either cell
  const [here, toWest, toEast] = [0, -STEP, STEP].map((step) =>
    cellsOfPoints(
      grid,
      exactPoints(
        x.map((easting) => easting + step),
        y,
      ),
      2 * width,
    ),
  )
  const tied = here!.filter((cell, i) => toWest![i] !== cell || toEast![i] !== cell).length
  yield compared('events equally near to two hexagons', 'cellsOfPoints', 0, [[tied, expected.n_tied_events]])
  const { start } = gridNeighbours(grid)
  const neighbours = Array.from(grid.x, (_, i) => start[i + 1]! - start[i]!)
  yield compared('neighbours of each hexagon', 'gridNeighbours', 0, [[neighbours, expected.n_neighbours_excl_self]])
  const found = giStarOnGrid(grid, expected.count)
  yield compared('z', 'giStarOnGrid', 1e-9, [[found?.z, expected.gi_star_z]])
  yield compared('p adjusted', 'giStarOnGrid', 1e-9, [[found?.adjustedP, expected.p_bh]])
}

/** Metres: more than rounding, less than the tenth of a metre that coordinates are written to. */
const STEP = 1e-5

/** Numbers of the description: `centre x = 548062.5 + 250*q + …, y = 167000 + …`, and the months. */
function described(meta: string) {
  const [, originX, width] = /x = ([\d.]+) \+ ([\d.]+)\*q/.exec(meta)!
  const [, originY] = /y = ([\d.]+) \+/.exec(meta)!
  const [, from, to] = /(\d{4}-\d\d)\.\.(\d{4}-\d\d)/.exec(meta)!
  return { originX: Number(originX), originY: Number(originY), width: Number(width), from: from!, to: to! }
}
