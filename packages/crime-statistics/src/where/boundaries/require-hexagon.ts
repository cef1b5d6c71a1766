import { isValidCell } from 'h3-js'
import { shown } from '../../check-inputs.ts'

/** Refuses what is no identifier of an H3 cell. */
export function requireHexagon(hexagon: string): void {
  if (typeof hexagon !== 'string')
    throw new TypeError(`hexagon is ${shown(hexagon)}: give the identifier of an H3 cell.`)
  if (!isValidCell(hexagon))
    throw new RangeError(`hexagon is ${shown(hexagon)}: give an H3 cell such as '89194ad14d7ffff'.`)
}
