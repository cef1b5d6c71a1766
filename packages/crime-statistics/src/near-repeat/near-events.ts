/** Distances are compared as if rounded to a millionth of a metre: rounding of coordinates decides no band. */
const ROUNDING = 5e-7
/** Places of a table of squared distances, from which the band is found in a step or two. */
const STEPS = 1024

/** Finds, for one event after the other, the events in each distance band, without keeping pairs. */
export interface NearEvents {
  /** events near the last one asked about, itself left out; the first `count` places hold them */
  readonly event: Uint32Array
  /** the band of each of them */
  readonly band: Uint8Array
  /** all events so that near ones are mostly near in the list, and where in it each event is */
  readonly order: Uint32Array
  readonly slot: Uint32Array
  /** looks round an event and answers how many are near */
  find(event: number): number
}

/** Sorts events into squares as wide as the longest distance: those near an event lie in 9 of them. */
export function nearEvents(x: Float64Array, y: Float64Array, distances: Float64Array): NearEvents {
  const n = x.length
  const limits = distances.map((limit) => (limit + ROUNDING) ** 2)
  const furthest = limits.at(-1)!
  const side = Math.sqrt(furthest)
  const bands = bandSteps(limits)
  const perStep = STEPS / furthest
  const { columns, rows, starts, members, at } = squares(x, y, side)
  const sortedX = Float64Array.from(members, (event) => x[event]!)
  const sortedY = Float64Array.from(members, (event) => y[event]!)
  const event = new Uint32Array(n)
  const band = new Uint8Array(n)
  const find = (centre: number) => {
    const [cx, cy] = [x[centre]!, y[centre]!]
    const column = at[centre]! % columns
    const row = (at[centre]! - column) / columns
    let count = 0
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      const last = starts[r * columns + Math.min(columns - 1, column + 1) + 1]!
      for (let k = starts[r * columns + Math.max(0, column - 1)]!; k < last; k++) {
        const dx = sortedX[k]! - cx
        const dy = sortedY[k]! - cy
        const squared = dx * dx + dy * dy
        if (squared > furthest) continue
        const other = members[k]!
        if (other === centre) continue
        let within = bands[(squared * perStep) | 0]!
        while (squared > limits[within]!) within++
        event[count] = other
        band[count++] = within
      }
    }
    return count
  }
  const slot = new Uint32Array(n)
  for (let k = 0; k < n; k++) slot[members[k]!] = k
  return { event, band, order: members, slot, find }
}

/** The nearest band that squared distances of each step can be in. */
function bandSteps(limits: Float64Array): Uint8Array {
  const furthest = limits.at(-1)!
  let band = 0
  return Uint8Array.from({ length: STEPS + 1 }, (_, step) => {
    while (band < limits.length - 1 && (step * furthest) / STEPS > limits[band]! * (1 + 1e-12)) band++
    return band
  })
}

/** Events by square, row by row. Wide areas with few events get wider squares, so that there are not more than events. */
function squares(x: Float64Array, y: Float64Array, least: number) {
  const n = x.length
  const west = x.reduce((a, b) => Math.min(a, b), Infinity)
  const south = y.reduce((a, b) => Math.min(a, b), Infinity)
  const wide = n === 0 ? 0 : x.reduce((a, b) => Math.max(a, b), -Infinity) - west
  const high = n === 0 ? 0 : y.reduce((a, b) => Math.max(a, b), -Infinity) - south
  const most = Math.min(2000, 4 * Math.ceil(Math.sqrt(n + 64))) // squares a side
  // a little wider than the longest distance: rounding puts no neighbour two squares off
  const side = Math.max(1.000001 * least, wide / most, high / most)
  const columns = Math.floor(wide / side) + 1
  const rows = Math.floor(high / side) + 1
  const at = new Uint32Array(n)
  const starts = new Uint32Array(columns * rows + 1)
  for (let i = 0; i < n; i++) {
    at[i] = Math.floor((y[i]! - south) / side) * columns + Math.floor((x[i]! - west) / side)
    starts[at[i]! + 1]!++
  }
  for (let k = 0; k < columns * rows; k++) starts[k + 1]! += starts[k]!
  const next = starts.slice()
  const members = new Uint32Array(n)
  for (let i = 0; i < n; i++) members[next[at[i]!]!++] = i
  return { columns, rows, starts, members, at }
}
