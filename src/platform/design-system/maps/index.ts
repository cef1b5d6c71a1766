export { choropleth } from './choropleth.ts'
export type { AreaFeature, AreaValue, Choropleth, MapMeasure } from './choropleth-input.ts'
