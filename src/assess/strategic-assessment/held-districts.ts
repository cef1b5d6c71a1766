import { coverageOf, type Evidence } from '../../collate/index.ts'
import { districtsOfForce, forceBySlug } from '../../vocabulary/areas/index.ts'

/** A force whose files are held, with the districts that can therefore be assessed. */
export interface HeldForce {
  force: string
  districts: { code: string; name: string }[]
}

/** Every district that can be assessed, by force, forces in name order. */
export const heldDistricts = ({ release }: Evidence): HeldForce[] =>
  [...coverageOf(release).keys()]
    .map((slug) => ({ force: forceBySlug(slug)?.publisher ?? slug, districts: districtsOfForce(slug) }))
    .filter(({ districts }) => districts.length > 0)
    .sort((a, b) => (a.force < b.force ? -1 : 1))
