import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Evidence } from '../collate/index.ts'
import type { StandingOf } from './figures/figure-context.queries.ts'
import type { FigureRegister } from './figures/figure-register.ts'

/** Shapes of the LSOAs of a district; *illustrative* when they were drawn around centres and are no surveyed boundary. */
export interface DistrictShapes {
  features: FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }>
  illustrative: boolean
}

/** What assessing needs from outside: handed over when the site is started. */
export interface AssessPorts {
  /** the evidence as the person asking may see it; a named release, or the newest */
  evidence(release?: string): Promise<Evidence | undefined>
  register: FigureRegister
  standingOf: StandingOf
  /** the district shown when none is asked for */
  homeDistrict?: string
  /** the year shown when none is asked for, where the newest is not the one people came for */
  homeYearEnding?: string
  shapes(district: string, lsoaCodes: string[]): Promise<DistrictShapes | undefined>
}
