import { breaksFor, coverageOf, type Evidence, extractMonths } from '../../collate/index.ts'
import { type District, districtByCode, forceBySlug, peersOf, populationsOf } from '../../vocabulary/areas/index.ts'
import type { FigureReference } from '../../vocabulary/figure.ts'
import { Refusal } from '../../vocabulary/refusal.ts'
import type { FigureContext, Residents } from './context.ts'
import { ALL_CRIME, readCountTable } from './count-table.ts'

export type StandingOf = (reference: FigureReference) => string | undefined

/**
 * Reads what figures of a district need: the counts of all districts of its force, as that force published them. Rows that
 * other forces placed in the district are left out, since their months are not the same.
 *
 * @throws Refusal when nothing of the district's force is held
 */
export async function figureContext(
  evidence: Evidence,
  district: District,
  standingOf: StandingOf = () => undefined,
): Promise<FigureContext> {
  const publisher = district.force.slug
  const delivered = coverageOf(evidence.release).get(publisher)
  if (!evidence.release || !delivered) throw nothingHeld(evidence, district)
  const districts = [district, ...peersOf(district.code)].map(({ code }) => code).sort()
  const used = new Set(
    evidence.release.admissions.filter((one) => one.publisher === publisher).map(({ delivery }) => delivery),
  )
  const extracted = extractMonths(evidence.release, publisher)
  const table = await readCountTable(evidence, publisher, districts, delivered, extracted)
  if ([...delivered].every((month) => table.month(district.code, ALL_CRIME, month) === null))
    throw nothingHeld(evidence, district)
  return {
    release: evidence.release.id,
    table,
    synthetic: evidence.catalogue.deliveries.some(({ id, synthetic }) => synthetic && used.has(id)),
    populationOf: await populations(evidence),
    breaksFor: (group) => breaksFor(publisher, group),
    standingOf,
  }
}

interface Imported extends Residents {
  district_code: string
}

/** Residents by district: the table that ships with Tapestry, and any estimates that were imported. */
async function populations(evidence: Evidence): Promise<FigureContext['populationOf']> {
  const imported = Map.groupBy(await evidence.reference<Imported>('district-population'), (row) => row.district_code)
  return (district, nearYear) => {
    const distance = ({ year }: Residents) => Math.abs(year - nearYear)
    const known: Residents[] = [...(imported.get(district) ?? []), ...populationsOf(district)]
    return known.sort((a, b) => distance(a) - distance(b) || b.year - a.year)[0]
  }
}

function nothingHeld(evidence: Evidence, { name, force }: District): Refusal {
  const held = [...coverageOf(evidence.release).keys()].map((slug) => forceBySlug(slug)?.publisher ?? slug)
  const found =
    held.length > 0 ? `what is held, of ${held.join(', ')}, has nothing of it` : 'nothing has been imported yet'
  return new Refusal(
    `${name} is policed by ${force.publisher}, and ${found}: import the files named YYYY-MM-${force.slug}-street.csv with \`tapestry evidence import\`.`,
  )
}

export const districtOf = (reference: FigureReference) => districtByCode(reference.area.code)
