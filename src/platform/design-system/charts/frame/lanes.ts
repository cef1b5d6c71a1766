import {
  afterLine,
  beforeLine,
  type Extent,
  isCut,
  isLine,
  type LabelSetting,
  type LaneItem,
  overSpan,
  type Room,
  STEM,
} from './label-settings.ts'

export interface PlacedLabel<T extends LaneItem> extends LabelSetting {
  item: T
  /** 0 is nearest the plot */
  lane: number
}

interface Stacking<T extends LaneItem> {
  placed: PlacedLabel<T>[]
  /** height of each lane in lines of text */
  lines: number[]
  /** labels that could not be kept apart or had to be cut */
  faults: number
}

/**
 * Labels in lanes above a plot so that none touches another and no line to a label runs through one. There are few labels,
 * so it tries a few orders, widths and sides, and keeps the lowest stack without a fault.
 */
export function placeInLanes<T extends LaneItem>(items: T[], left: number, right: number, size: number): Stacking<T> {
  const spans = items.filter((item) => !isLine(item))
  const rightward = items.filter(isLine).sort((a, b) => a.from - b.from)
  const leftward = rightward.toReversed()
  const stackings = [230, 120].flatMap((widest) =>
    [[afterLine, beforeLine], [afterLine], [beforeLine]].flatMap((sides) =>
      [rightward, leftward].flatMap((lines) =>
        [
          [...spans, ...lines],
          [...lines, ...spans],
        ].map((order) => stack(order, sides, { left, right, size, widest })),
      ),
    ),
  )
  return stackings.reduce((best, each) => (cost(each) < cost(best) ? each : best))
}

const cost = ({ lines, faults }: Stacking<LaneItem>) => faults * 1000 + lines.reduce((sum, each) => sum + each + 0.5, 0)

type Side = typeof afterLine

function stack<T extends LaneItem>(items: T[], sides: Side[], room: Room): Stacking<T> {
  // Each label can be kept apart in a lane of its own, if at all.
  const taken: Extent[][] = items.map(() => [])
  const free = (lane: number, extent: Extent) => taken[lane]!.every((other) => apart(extent, other))
  let faults = 0
  const placed = items.map((item): PlacedLabel<T> => {
    const ways = isLine(item) ? sides.map((side) => side(item, room)) : [overSpan(item, room)]
    ways.sort((a, b) => a.lines.length - b.lines.length)
    const stem: Extent = [item.from - STEM, item.from + STEM]
    const clear = (lane: number) => !isLine(item) || taken.slice(0, lane).every((_, below) => free(below, stem))
    const choices = taken.flatMap((_, lane) => (clear(lane) ? ways.map((way) => ({ lane, way })) : []))
    const found = choices.find(({ lane, way }) => free(lane, way.extent) && !isCut(way.lines))
    if (!found) faults++
    const { lane, way } = found ?? { lane: taken.length - 1, way: ways[0]! }
    taken[lane]!.push(way.extent)
    if (isLine(item)) for (const below of taken.slice(0, lane)) below.push(stem)
    return { ...way, item, lane }
  })
  return { placed, lines: linesPerLane(placed), faults }
}

const apart = (a: Extent, b: Extent) => a[1] < b[0] || b[1] < a[0]

function linesPerLane(placed: PlacedLabel<LaneItem>[]): number[] {
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane + 1))
  return Array.from({ length: lanes }, (_, lane) =>
    Math.max(1, ...placed.filter((label) => label.lane === lane).map(({ lines }) => lines.length)),
  )
}
