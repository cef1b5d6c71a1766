import type { Feature, MultiPolygon, Polygon } from 'geojson'
import type { DrawingWords } from '../charts/drawing.ts'

/** An area's shape in longitude and latitude (WGS 84); rings may be wound either way. */
export type AreaFeature = Feature<Polygon | MultiPolygon | null, { code: string; name: string }>

export interface AreaValue {
  code: string
  /** `null` when there is no value, with the reason */
  value: number | null
  reason?: string
}

/** What the map shows: a count is never drawn or worded as a rate. */
export type MapMeasure =
  /** "offences" */
  | { kind: 'count'; counted: string }
  /** "offences" per "1,000 residents" */
  | { kind: 'rate'; counted: string; per: string }

export interface Choropleth extends DrawingWords {
  features: AreaFeature[]
  values: AreaValue[]
  measure: MapMeasure
  /** five classes of about as many areas each, or the lower edges of every class but the first, ascending */
  classes?: 'quantile' | number[]
  /** of printed rates; 1 when left out. Counts have none */
  decimals?: number
  /** the area the page is about: outlined and named */
  highlight?: string
  /** the shapes are drawn around centres, not surveyed boundaries */
  illustrative?: boolean
  /** what one shape is: "areas" when left out, or "wards", "neighbourhoods" */
  areasWord?: string
  /** counted from the police's approximate points */
  approximatePoints?: boolean
}

/** "offences per 1,000 residents" or "number of offences". */
export const unitWords = (measure: MapMeasure) =>
  measure.kind === 'rate' ? `${measure.counted} per ${measure.per}` : `number of ${measure.counted}`
