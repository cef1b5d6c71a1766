import { requireFinite } from '../../check-inputs.ts'
import type { ExactPoints } from '../snapped/located-points.ts'

/** The rectangle in which events were recorded, in metres. */
export interface ObservationBox {
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
}

export function requireBoxAround({ x, y }: ExactPoints, box: ObservationBox): void {
  for (const side of ['west', 'south', 'east', 'north'] as const) requireFinite(box?.[side], `box.${side}`)
  const { west, south, east, north } = box
  if (!(east > west && north > south))
    throw new RangeError(
      `box runs from ${west}, ${south} to ${east}, ${north}: give an east above west and a north above south.`,
    )
  const outside = x.findIndex((value, i) => value < west || value > east || y[i]! < south || y[i]! > north)
  if (outside >= 0)
    throw new RangeError(
      `event ${outside} at ${x[outside]}, ${y[outside]} is outside the box: leave it out or give a wider box.`,
    )
}
