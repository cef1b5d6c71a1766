import { DEMONSTRATION_DISTRICTS } from '../geography/districts.ts'
import { KENT_LSOAS, type Lsoa, NEIGHBOUR_LSOAS } from '../geography/lsoa-table.ts'
import { type Pull, pullOf } from './hotspots.ts'
import { metresBetween, type Places, placesOf } from './places.ts'

/** An area ready to receive rows. */
export interface Area {
  pull: Pull
  places: Places
}

export interface Areas {
  /** by district, areas in order of name as in police files */
  districts: ReadonlyMap<string, readonly Area[]>
  /** areas over the border that a few rows fall in */
  outside: readonly Area[]
}

/** Points stay well within half the way to the nearest other area, so that they lie in the area's own map cell. */
const REACH = 0.42
const FARTHEST = 1500 // metres: real points stay along streets, not across marshes
const OUTSIDE_AREAS = 24

const reachOf = (area: Lsoa, all: readonly Lsoa[]) =>
  Math.min(FARTHEST, REACH * Math.min(...all.map((other) => (other === area ? Infinity : metresBetween(area, other)))))

/** Every area with its pull and its points. Takes a tenth of a second or so: do it once. */
export function demonstrationAreas(): Areas {
  const all = [...KENT_LSOAS, ...NEIGHBOUR_LSOAS]
  const ready = (area: Lsoa): Area => ({ pull: pullOf(area), places: placesOf(area, reachOf(area, all)) })
  const districts = new Map<string, Area[]>()
  for (const code of DEMONSTRATION_DISTRICTS.keys()) {
    const own = KENT_LSOAS.filter(({ districtCode }) => districtCode === code)
    own.sort((a, b) => (a.name < b.name ? -1 : 1))
    districts.set(code, own.map(ready))
  }
  const step = Math.floor(NEIGHBOUR_LSOAS.length / OUTSIDE_AREAS)
  return { districts, outside: NEIGHBOUR_LSOAS.filter((_, i) => i % step === 0).map(ready) }
}
