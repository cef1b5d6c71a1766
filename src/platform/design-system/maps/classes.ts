import { quantileSorted } from 'd3-array'
import { numberText } from '../charts/numbers.ts'
import { SEQUENTIAL } from '../charts/palette.ts'

/** One class of a map: values from `from`, up to the next class's `from`. */
export interface MapClass {
  from: number
  colour: string
  /** its edges as the legend prints them */
  text: string
  /** how many areas are in it */
  areas: number
}

/**
 * Classes for values, lowest first, at most five. Edges and values are rounded to what is printed before any area
 * is placed, so that the printed edge is the edge. Equal values never part: few distinct values make fewer classes.
 *
 * @param rule `quantile` for about as many areas in each, or the lower edges of every class but the first
 * @param decimals of a rate; 0 for counts, whose edges are whole
 * @throws RangeError if fixed edges do not ascend or are more than four
 */
export function mapClasses(values: number[], rule: 'quantile' | number[], kind: 'count' | 'rate', decimals: number) {
  if (values.length === 0) return []
  const placed = values.map((value) => asPrinted(value, decimals))
  const sorted = [...placed].sort((a, b) => a - b)
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!]
  const inner = rule === 'quantile' ? quantileEdges(sorted, decimals) : checkedEdges(rule)
  const froms = [Math.min(lowest, inner[0] ?? lowest), ...inner]
  return froms.map((from, i): MapClass => {
    const next = froms[i + 1]
    const isIn = (value: number) => (i === 0 || value >= from) && (next === undefined || value < next)
    const text = classText(from, next, Math.max(highest, from), kind, decimals)
    return { from, colour: colourAt(i, froms.length), text, areas: placed.filter(isIn).length }
  })
}

/** The class of a value: the last that starts at or below it. */
export function classOf(value: number, classes: MapClass[], decimals: number): MapClass | undefined {
  const printed = asPrinted(value, decimals)
  return classes[
    Math.max(
      0,
      classes.findLastIndex(({ from }) => printed >= from),
    )
  ]
}

/** A value as the table prints it, so that 1.87, printed 1.9, is not in the class "under 1.9". */
const asPrinted = (value: number, decimals: number) => Number(value.toFixed(decimals))

function quantileEdges(sorted: number[], decimals: number): number[] {
  // Upwards, because an edge belongs to the class above it; less a hair, because 3 may have come out as 3.0000000004.
  const up = (value: number) => Number((Math.ceil(value * 10 ** decimals - 1e-6) / 10 ** decimals).toFixed(decimals))
  const edges = [0.2, 0.4, 0.6, 0.8].map((p) => up(quantileSorted(sorted, p)!))
  return edges.filter((edge, i) => edge > sorted[0]! && edge <= sorted.at(-1)! && edge !== edges[i - 1])
}

function checkedEdges(edges: number[]): number[] {
  const ascending = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > edges[i - 1]!))
  if (!ascending || edges.length > SEQUENTIAL.length - 1)
    throw new RangeError(`class edges are ${edges.join(', ')}: give at most four numbers, each above the one before.`)
  return edges
}

const colourAt = (i: number, of: number) =>
  SEQUENTIAL[of === 1 ? 2 : Math.round((i * (SEQUENTIAL.length - 1)) / (of - 1))]!

function classText(from: number, next: number | undefined, highest: number, kind: 'count' | 'rate', decimals: number) {
  const say = (value: number) => numberText(value, decimals)
  if (kind === 'rate' && next !== undefined) return `${say(from)} to under ${say(next)}`
  const last = next === undefined ? highest : next - 1
  return say(from) === say(last) ? say(from) : `${say(from)} to ${say(last)}`
}
