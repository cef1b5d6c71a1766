import { coordinate } from '../frame/svg-text.ts'

/** Top and bottom of a stretch of the drawing. */
export type Band = [top: number, bottom: number]

/** Bands in order, with those that touch joined. */
export function merged(bands: Band[]): Band[] {
  const joined: Band[] = []
  for (const [top, bottom] of bands) {
    const last = joined.at(-1)
    if (last && top <= last[1]) last[1] = bottom
    else joined.push([top, bottom])
  }
  return joined
}

/** Path data of an upright line at `x`, drawn in the bands only. */
export const uprightIn = (bands: Band[], x: number) =>
  bands.map(([top, bottom]) => `M${coordinate(x)} ${coordinate(top)}V${coordinate(bottom)}`).join('')
