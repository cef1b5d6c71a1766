import { textWidth, wrapText } from '../text.ts'

/** Something above the plot that needs a label: a span of it, or a line at one place (`from` equals `to`). */
export interface LaneItem {
  text: string
  bold?: boolean
  from: number
  to: number
}

export interface PlacedLabel<T extends LaneItem> {
  item: T
  /** 0 is nearest the plot */
  lane: number
  lines: string[]
  x: number
  anchor: 'start' | 'middle' | 'end'
}

const MOST_LINES = 3

type Extent = [number, number]
const apart = (a: Extent, b: Extent) => a[1] < b[0] || b[1] < a[0]
const isLine = (item: LaneItem) => item.from === item.to

/**
 * Labels in lanes above a plot so that none touches another and no line to a label runs through one. Tries spans nearest
 * the plot and lines nearest the plot, and keeps the lower stack. `lines` is the height of each lane in lines of text.
 */
export function placeInLanes<T extends LaneItem>(items: T[], left: number, right: number, size: number) {
  const spans = items.filter((item) => !isLine(item))
  // From the right, because a line's label stands to the right of it: the next line then misses the label.
  const lines = items.filter(isLine).sort((a, b) => b.from - a.from)
  const [best] = [
    [...spans, ...lines],
    [...lines, ...spans],
  ]
    .map((order) => stack(order, left, right, size))
    .map((placed) => ({ placed, lines: linesPerLane(placed) }))
    .sort((a, b) => cost(a.lines) - cost(b.lines))
  return best!
}

const HIGHEST = 12
const cost = (lines: number[]) => lines.reduce((sum, each) => sum + each + 0.5, 0)

function stack<T extends LaneItem>(items: T[], left: number, right: number, size: number) {
  const taken: Extent[][] = Array.from({ length: HIGHEST + 1 }, () => [])
  const free = (lane: number, extent: Extent) => taken[lane]!.every((other) => apart(extent, other))
  return items.map((item): PlacedLabel<T> => {
    const ways = waysToSet(item, left, right, size)
    const stem: Extent = [item.from - 3, item.from + 3]
    const clear = (lane: number) => !isLine(item) || taken.slice(0, lane).every((_, below) => free(below, stem))
    for (let lane = 0; ; lane++) {
      // Past the highest lane it is drawn all the same: a crossed label is better than a lost one.
      const way =
        ways.find(({ extent }) => free(lane, extent) && clear(lane)) ?? (lane === HIGHEST ? ways[0] : undefined)
      if (!way) continue
      taken[lane]!.push(way.extent)
      if (isLine(item)) for (const below of taken.slice(0, lane)) below.push(stem)
      return { item, lane, ...way.setting }
    }
  })
}

function linesPerLane<T extends LaneItem>(placed: PlacedLabel<T>[]): number[] {
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane + 1))
  return Array.from({ length: lanes }, (_, lane) =>
    Math.max(1, ...placed.filter((label) => label.lane === lane).map(({ lines }) => lines.length)),
  )
}

function waysToSet(item: LaneItem, left: number, right: number, size: number) {
  const room = right - left
  const widthOf = (lines: string[]) => Math.max(0, ...lines.map((line) => textWidth(line, size, item.bold)))
  if (!isLine(item)) {
    // Over its own span first, so that neighbouring spans can share a lane; wider when that would take many lines.
    const own = wrapText(item.text, item.to - item.from, size, item.bold)
    const fits = own.length <= MOST_LINES && !own.some((line) => line.endsWith('…'))
    const lines = fits ? own : wrapText(item.text, Math.max(item.to - item.from, Math.min(room, 230)), size, item.bold)
    const half = widthOf(lines) / 2
    const middle = Math.min(Math.max((item.from + item.to) / 2, left + half), right - half)
    const extent: Extent = [
      Math.min(item.from + 1, middle - half - (fits ? 0 : 4)),
      Math.max(item.to - 1, middle + half + (fits ? 0 : 4)),
    ]
    return [{ extent, setting: { lines, x: middle, anchor: 'middle' as const } }]
  }
  const after = wrapText(item.text, Math.min(230, Math.max(right - item.from - 5, 0)), size, item.bold)
  const before = wrapText(item.text, Math.min(230, Math.max(item.from - left - 5, 0)), size, item.bold)
  const starts = {
    extent: [item.from - 3, item.from + 5 + widthOf(after) + 4] as Extent,
    setting: { lines: after, x: item.from + 5, anchor: 'start' as const },
  }
  const ends = {
    extent: [item.from - 5 - widthOf(before) - 4, item.from + 3] as Extent,
    setting: { lines: before, x: item.from - 5, anchor: 'end' as const },
  }
  return after.length <= before.length ? [starts, ends] : [ends, starts]
}
