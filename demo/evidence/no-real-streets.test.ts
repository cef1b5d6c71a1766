import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { sharedData } from '../shared-data.ts'
import { demonstrationAreas } from './areas.ts'

const real = sharedData('police/kent-street')

it.skipIf(!real)(
  'shares no place name and no map point with the real Kent files (skipped where those are absent)',
  () => {
    const [names, points] = [new Set<string>(), new Set<string>()]
    for (const file of readdirSync(real!))
      for (const line of gunzipSync(readFileSync(join(real!, file)))
        .toString('utf8')
        .split('\n')
        .slice(1)) {
        const [, , , , longitude, latitude, location] = line.split(',')
        if (location && location !== 'No Location') names.add(location.trim())
        if (longitude) points.add(`${longitude},${latitude}`)
      }
    expect(names.size).toBeGreaterThan(1000)

    const { districts, outside } = demonstrationAreas()
    for (const { places } of [...[...districts.values()].flat(), ...outside])
      for (const columns of places.columns) {
        const [longitude, latitude, location] = columns.split(',')
        expect(names.has(location!)).toBe(false)
        expect(points.has(`${longitude},${latitude}`)).toBe(false)
      }
  },
  30_000,
)
