/**
 * Local regression along evenly spaced places, prepared once and then applied many times. Which neighbours a place
 * has and how near they are does not change between the passes of a decomposition; values and robustness weights do.
 */
export interface Loess {
  /** values smoothed */
  length: number
  degree: 0 | 1
  /** places fitted, counted from 0, in order; between them the smooth is a straight line */
  places: Int32Array
  /** first neighbour of each fitted place */
  first: Int32Array
  /** neighbours of each fitted place */
  count: Int32Array
  /** where the table of each fitted place begins in `nearness` and `kernel` */
  start: Int32Array
  /** tricube weight of each neighbour */
  nearness: Float64Array
  /** share of each neighbour in the fit where no robustness weights are given */
  kernel: Float64Array
}

interface Shape {
  length: number
  /** neighbours that take part in a fit, an odd number; more than there are values flattens the weights */
  window: number
  degree: 0 | 1
  /** fits are made at every `jump`-th place and at the last */
  jump: number
  /** whether the places before the first value and after the last are fitted too */
  beyond?: boolean
}

/** Prepares a smooth whose neighbourhoods are those of the authors' program (netlib `a/stl`), which R uses. */
export function prepareLoess({ length, window, degree, jump, beyond = false }: Shape): Loess {
  const fits = fittedPlaces(length, window, Math.min(jump, Math.max(length - 1, 1)))
  const reach = Math.min(window, length)
  if (beyond) {
    fits.unshift({ place: -1, first: 0, count: reach })
    fits.push({ place: length, first: length - reach, count: reach })
  }
  // places in the middle have the same neighbours around them, so that one table serves them all
  const tables = new Map<number, number>()
  let size = 0
  for (const { place, first, count } of fits)
    if (!tables.has(place - first)) {
      tables.set(place - first, size)
      size += count
    }
  const loess: Loess = {
    length,
    degree,
    places: Int32Array.from(fits, ({ place }) => place),
    first: Int32Array.from(fits, ({ first }) => first),
    count: Int32Array.from(fits, ({ count }) => count),
    start: Int32Array.from(fits, ({ place, first }) => tables.get(place - first)!),
    nearness: new Float64Array(size),
    kernel: new Float64Array(size),
  }
  const wider = Math.max((window - length) >> 1, 0)
  for (const [at, start] of tables) {
    const nearness = loess.nearness.subarray(start, start + reach)
    setNearness(nearness, at, wider)
    setKernel(loess.kernel.subarray(start, start + reach), nearness, at, loess)
  }
  return loess
}

interface Fit {
  place: number
  first: number
  count: number
}

function fittedPlaces(length: number, window: number, jump: number): Fit[] {
  const count = Math.min(window, length)
  const half = (window - 1) >> 1
  const firstOf = (place: number) => Math.min(Math.max(place - half, 0), length - count)
  const fits: Fit[] = []
  for (let place = 0; place < length; place += jump) fits.push({ place, first: firstOf(place), count })
  const last = fits.at(-1)!
  // the last place is fitted with the neighbours of the fitted place before it
  if (last.place < length - 1) fits.push({ ...last, place: length - 1 })
  return fits
}

/** Products, not powers: they take a tenth of the time. */
const cube = (x: number) => x * x * x

/** Tricube weights by distance from `at`; `wider` is added to the reach where the window is longer than the series. */
function setNearness(nearness: Float64Array, at: number, wider: number): void {
  const reach = Math.max(at, nearness.length - 1 - at) + wider
  for (let j = 0; j < nearness.length; j++) {
    const distance = Math.abs(j - at)
    if (distance <= 0.001 * reach) nearness[j] = 1
    else if (distance <= 0.999 * reach) nearness[j] = cube(1 - cube(distance / reach))
  }
}

/** Below this share of the series' length the neighbours lie too close together for a slope. */
export const leastSpread = (length: number) => (0.001 * (length - 1)) ** 2

function setKernel(kernel: Float64Array, nearness: Float64Array, at: number, { degree, length }: Loess): void {
  let sum = 0
  let centre = 0
  for (let j = 0; j < kernel.length; j++) {
    sum += nearness[j]!
    centre += nearness[j]! * (j - at)
  }
  centre /= sum
  let spread = 0
  for (let j = 0; j < kernel.length; j++) {
    const offset = j - at - centre
    spread += (nearness[j]! / sum) * offset * offset
  }
  const tilt = degree === 1 && spread > leastSpread(length) ? -centre / spread : 0
  for (let j = 0; j < kernel.length; j++) kernel[j] = (nearness[j]! / sum) * (1 + tilt * (j - at - centre))
}
