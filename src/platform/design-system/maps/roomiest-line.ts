export type Pixel = readonly [x: number, y: number]

const STEPS = 24

/**
 * The widest place in a ring where a line of text of this height lies wholly inside: its middle and its room, both in
 * pixels. Found by cutting the ring at even steps from top to bottom.
 *
 * @returns undefined when no line of that height fits
 */
export function roomiestLine(ring: Pixel[], height: number): { x: number; y: number; room: number } | undefined {
  const ys = ring.map(([, y]) => y)
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  let best: { x: number; y: number; room: number } | undefined
  for (let step = 1; step < STEPS; step++) {
    const y = top + ((bottom - top) * step) / STEPS
    const rows = [y - height / 2, y, y + height / 2].map((at) => chordsAt(ring, at))
    for (const [left, right] of inAll(rows)) {
      const room = right - left
      if (!best || room > best.room) best = { x: (left + right) / 2, y, room }
    }
  }
  return best
}

/** Stretches of the horizontal line at `y` that are inside the ring, left to right. */
function chordsAt(ring: Pixel[], y: number): [number, number][] {
  const crossings: number[] = []
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length]!
    if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1))
  })
  crossings.sort((a, b) => a - b)
  const chords: [number, number][] = []
  for (let i = 0; i + 1 < crossings.length; i += 2) chords.push([crossings[i]!, crossings[i + 1]!])
  return chords
}

const inAll = ([first = [], ...others]: [number, number][][]) =>
  others.reduce(
    (kept, chords) =>
      kept.flatMap(([a, b]) =>
        chords.flatMap(([c, d]): [number, number][] =>
          Math.max(a, c) < Math.min(b, d) ? [[Math.max(a, c), Math.min(b, d)]] : [],
        ),
      ),
    first,
  )
