import type { ObservationBox } from './observation-box.ts'

/** Weights above this are cut off: an event in a corner would outweigh all others. */
const MOST = 100

/** Ripley's weight: the whole circle round an event over the part of it within the box. */
export function isotropicWeight(
  x: number,
  y: number,
  distance: number,
  { west, south, east, north }: ObservationBox,
): number {
  if (distance === 0) return 1
  const [toWest, toEast, toSouth, toNorth] = [x - west, east - x, y - south, north - y] as const
  const sides = [toWest, toEast, toSouth, toNorth]
  const inCorner = sides.filter((side) => side === 0).length > 1 // no side's end is seen at an angle from there
  const outside =
    beyond(toWest, toNorth, toSouth, distance) +
    beyond(toEast, toNorth, toSouth, distance) +
    beyond(toSouth, toWest, toEast, distance) +
    beyond(toNorth, toWest, toEast, distance) +
    (inCorner ? Math.PI / 2 : 0)
  return Math.min(MOST, 1 / (1 - outside / (2 * Math.PI)))
}

/** Angle of the circle beyond one side, up to the two corners at its ends. */
function beyond(side: number, oneEnd: number, otherEnd: number, distance: number): number {
  if (distance <= side) return 0
  const half = Math.acos(side / distance)
  return Math.min(half, Math.atan2(oneEnd, side)) + Math.min(half, Math.atan2(otherEnd, side))
}

/** The area of the box over that of its overlap with itself moved by the pair's difference. */
export function translationWeight(dx: number, dy: number, { west, south, east, north }: ObservationBox): number {
  const [wide, high] = [east - west, north - south]
  return Math.min(MOST, (wide * high) / ((wide - Math.abs(dx)) * (high - Math.abs(dy))))
}
