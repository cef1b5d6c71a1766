import type { Drawing } from '../charts/drawing.ts'
import { finish } from '../charts/frame/finish.ts'
import { hatchFill, hatching } from '../charts/frame/hatching.ts'
import { layoutWidth, sizesFor } from '../charts/frame/sizes.ts'
import { coordinate, svgText } from '../charts/frame/svg-text.ts'
import { AXIS, INK, MUTED_INK, PAPER } from '../charts/palette.ts'
import { escapeText } from '../charts/text.ts'
import { type Choropleth, unitWords } from './choropleth-input.ts'
import { areaWords, describeMap, type MappedArea, mapNotes, mappedAreas, mapTable } from './choropleth-words.ts'
import { classOf, mapClasses } from './classes.ts'
import { drawLegend } from './legend.ts'
import { placeNames } from './place-names.ts'
import { scaleBar } from './scale-bar.ts'
import { projectShapes, type Shape } from './shapes.ts'

const LEGEND = 220

/**
 * Areas shaded by value in at most five classes whose edges the legend prints; areas without data are hatched. Each shape
 * carries its name and value as a title and its code as `data-code`, which links it to the table.
 *
 * @throws RangeError if the id cannot be an id prefix, or fixed class edges do not ascend
 */
export function choropleth(map: Choropleth): Drawing {
  const width = layoutWidth(map.width)
  const sizes = sizesFor(width)
  const decimals = map.measure.kind === 'count' ? 0 : (map.decimals ?? 1)
  const areas = mappedAreas(map)
  const known = areas.flatMap(({ value }) => (value === null ? [] : [value]))
  const classes = mapClasses(known, map.classes ?? 'quantile', map.measure.kind, decimals)

  const mapWidth = sizes.narrow ? width : width - LEGEND - 24
  const projected = projectShapes(map.features, mapWidth, sizes.narrow ? 400 : Math.min(620, mapWidth))
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const fillOf = ({ value }: MappedArea) =>
    value === null ? hatchFill(map.id) : (classOf(value, classes, decimals)?.colour ?? PAPER)
  const drawn = projected.shapes.map((shape) => {
    const area = byCode.get(shape.code)!
    return (
      `<path class="area" data-code="${escapeText(shape.code)}" d="${shape.path}" fill="${fillOf(area)}">` +
      `<title>${escapeText(areaWords(area, map, decimals))}</title></path>`
    )
  })
  const empty = projected.shapes.length === 0
  const shapes = empty
    ? svgText('No boundaries to draw', 0, 20, { size: sizes.label, colour: MUTED_INK })
    : `<g stroke="${AXIS}" stroke-width="0.6" stroke-linejoin="round">${drawn.join('')}</g>`
  const names = placeNames({
    ...projected,
    fillOf: (code) => fillOf(byCode.get(code)!),
    width: mapWidth,
    highlight: map.highlight,
  })
  const bar = empty ? '' : scaleBar(projected.projection, mapWidth, projected.height, projected.height + 16, 12)
  const mapHeight = empty ? 30 : projected.height + 24

  const heading = unitWords(map.measure)
  const legend = drawLegend({
    id: map.id,
    heading: `${heading[0]!.toUpperCase()}${heading.slice(1)}`,
    classes,
    withoutData: areas.length - known.length,
    areasWord: map.areasWord ?? 'areas',
    width: sizes.narrow ? width : LEGEND,
    size: sizes.label,
  })
  const [legendX, legendY] = sizes.narrow ? [0, mapHeight + 8] : [width - LEGEND, 0]
  const description = describeMap(map, areas, classes, decimals)
  return finish(
    { ...map, notes: mapNotes(map) },
    {
      description,
      markup:
        `${shapes}${outline(projected.shapes, map.highlight)}${names}${bar}` +
        `<g transform="translate(${coordinate(legendX)},${coordinate(legendY)})">${legend.markup}</g>`,
      height: sizes.narrow ? mapHeight + 8 + legend.height : Math.max(mapHeight, legend.height),
      definitions: hatching(map.id),
    },
    mapTable(map, areas, classes, decimals),
  )
}

/** This area's edge, dark on white so that it shows on every class. */
const outline = (shapes: Shape[], highlight?: string) =>
  shapes
    .filter(({ code }) => code === highlight)
    .map(({ path }) =>
      [
        [PAPER, 5],
        [INK, 2.5],
      ]
        .map(
          ([stroke, w]) =>
            `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${w}" stroke-linejoin="round"/>`,
        )
        .join(''),
    )
    .join('')
