import type { DrawingTable } from '../charts/drawing.ts'
import { isDrawable, numberText } from '../charts/numbers.ts'
import { type Choropleth, unitWords } from './choropleth-input.ts'
import { classOf, type MapClass } from './classes.ts'

export interface MappedArea {
  code: string
  name: string
  value: number | null
  reason?: string
}

/** Every area with its value, highest first, equal ones by name, those without one last. */
export function mappedAreas({ features, values }: Pick<Choropleth, 'features' | 'values'>): MappedArea[] {
  const byCode = new Map(values.map((each) => [each.code, each]))
  const key = ({ value }: MappedArea) => value ?? Number.NEGATIVE_INFINITY
  return features
    .map(({ properties: { code, name } }): MappedArea => {
      const found = byCode.get(code)
      return { code, name, value: isDrawable(found?.value) ? found.value : null, reason: found?.reason }
    })
    .sort((a, b) => {
      if (key(a) !== key(b)) return key(b) - key(a)
      return a.name === b.name ? (a.code < b.code ? -1 : 1) : a.name < b.name ? -1 : 1
    })
}

/** "Lakey Hill: 4.2 offences per 1,000 residents"; "Perivale: no data, two months missing". */
export function areaWords({ name, value, reason }: MappedArea, map: Choropleth, decimals: number): string {
  if (value === null) return `${name}: no data${reason ? `, ${reason}` : ''}`
  const { measure } = map
  const unit = measure.kind === 'rate' ? unitWords(measure) : measure.counted
  return `${name}: ${numberText(value, decimals)} ${unit}`
}

export function describeMap(map: Choropleth, areas: MappedArea[], classes: MapClass[], decimals: number): string {
  const word = map.areasWord ?? 'areas'
  const known = areas.filter(({ value }) => value !== null)
  const sentences = [`Map of ${numberText(areas.length)} ${word} shaded by ${unitWords(map.measure)}.`]
  if (known.length === 0) sentences.push(`No data for any of the ${word}.`)
  else {
    sentences.push(
      `Highest: ${areaWords(known[0]!, map, decimals)}. Lowest: ${areaWords(known.at(-1)!, map, decimals)}.`,
    )
    sentences.push(`Classes: ${classes.map(({ text, areas: held }) => `${text} (${held})`).join('; ')}.`)
  }
  const own = areas.find(({ code }) => code === map.highlight)
  if (own) sentences.push(`Outlined: ${areaWords(own, map, decimals)}.`)
  if (known.length > 0 && known.length < areas.length) sentences.push(`No data for ${areas.length - known.length}.`)
  if (map.illustrative) sentences.push(ILLUSTRATIVE)
  return sentences.join(' ')
}

export function mapTable(map: Choropleth, areas: MappedArea[], classes: MapClass[], decimals: number): DrawingTable {
  const unit = unitWords(map.measure)
  return {
    caption: `${map.title}: ${unit}`,
    head: [
      { text: 'Area' },
      { text: 'Code' },
      { text: `${unit[0]!.toUpperCase()}${unit.slice(1)}`, numeric: true },
      { text: 'Class' },
    ],
    rows: areas.map(({ code, name, value, reason }) => [
      name,
      code,
      value === null ? `no data${reason ? `: ${reason}` : ''}` : numberText(value, decimals),
      value === null ? '' : (classOf(value, classes, decimals)?.text ?? ''),
    ]),
  }
}

export const ILLUSTRATIVE = 'Illustrative map: shapes are drawn around each area’s centre and are not its boundary.'
const APPROXIMATE = 'Places are approximate: police data move each offence to a nearby map point before publication.'
const COUNTS = 'Counts are higher where more people live, work and visit: compare places by rate.'

/** Foot notes that the map needs to be read rightly. */
export const mapNotes = (map: Choropleth): string[] => [
  ...(map.notes ?? []),
  ...(map.illustrative ? [ILLUSTRATIVE] : []),
  ...(map.approximatePoints ? [APPROXIMATE] : []),
  ...(map.measure.kind === 'count' ? [COUNTS] : []),
]
