import { areaOfEachPlace, type Boundary, boundaryHolds } from '../../../src/index.ts'
import { compared, type OracleSuite } from '../../item.ts'

interface PointInPolygon {
  points: [x: number, y: number, code: string | null][]
}

interface Areas {
  features: { properties: { lsoa_code: string }; geometry: Boundary }[]
}

export const suite: OracleSuite<PointInPolygon> = function* ({ points }, folder) {
  const { features } = JSON.parse(folder.text('data/lsoa_bng.geojson')) as Areas
  const [x, y] = [points.map((point) => point[0]), points.map((point) => point[1])]
  const expected = points.map((point) => point[2])
  const found = Array.from(
    areaOfEachPlace(
      x,
      y,
      features.map(({ geometry }) => geometry),
    ),
    (area) => features[area]?.properties.lsoa_code ?? null,
  )
  yield compared('area of each place', 'areaOfEachPlace', 0, [[found, expected]])
  const one = points.map(
    ([px, py]) => features.find(({ geometry }) => boundaryHolds(geometry, px, py))?.properties.lsoa_code ?? null,
  )
  yield compared('area of each place, one by one', 'boundaryHolds', 0, [[one, expected]])
}
