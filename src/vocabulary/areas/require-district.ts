import { Refusal } from '../refusal.ts'
import type { District, FoundDistrict } from './area.ts'
import { districtByCode, districtByName, districts, successions } from './district.ts'
import { editDistance } from './edit-distance.ts'
import { forceByCode } from './force.ts'
import { partnershipByCode } from './partnership.ts'
import { plainName } from './plain-name.ts'

const SHOWN = 3
const label = ({ code, name }: District) => `${code} ${name}`
const listed = (found: District[]) => found.slice(0, SHOWN).map(label).join(' or ') + (found.length > SHOWN ? ' …' : '')

/** The districts inside a larger area that people also give: a partnership, force, county or region, by code; the last two by name. */
function partsOf(asked: string): { whole: string; parts: District[] } | undefined {
  const partnership = partnershipByCode(asked)
  if (partnership)
    return {
      whole: `the partnership ${partnership.name}`,
      parts: partnership.districtCodes.map((district) => districtByCode(district)!),
    }
  const force = forceByCode(asked)
  if (force) return { whole: `the police force area ${force.name}`, parts: districts.filter((d) => d.force === force) }
  for (const kind of ['county', 'region'] as const) {
    const parts = districts.filter((district) => {
      const whole = district[kind]
      return whole !== null && (whole.code === asked || plainName(whole.name) === plainName(asked))
    })
    if (parts[0]) return { whole: `the ${kind} ${parts[0][kind]!.name}`, parts }
  }
  return undefined
}

/** Up to three districts the person may have meant: of that name, or a code or name at most two letters away. */
function nearMatches(asked: string): District[] {
  const named = districtByName(asked)
  if (named) return [named]
  const plain = plainName(asked)
  const limit = Math.min(2, Math.floor(plain.length / 3))
  const distances = [
    ...districts.map((district) => ({ district, names: [district.code.toLowerCase(), plainName(district.name)] })),
    ...successions.map((s) => ({ district: districtByCode(s.code)!, names: [plainName(s.formerName)] })),
  ].map(({ district, names }) => ({ district, distance: Math.min(...names.map((name) => editDistance(plain, name))) }))
  const near = distances.filter(({ distance }) => distance <= limit).sort((a, b) => a.distance - b.distance)
  const nearest = near.filter(({ distance }) => distance === near[0]!.distance).map(({ district }) => district.code)
  return [...new Set(nearest)].slice(0, SHOWN).map((code) => districtByCode(code)!)
}

/**
 * The district of this code, following successions.
 *
 * @throws Refusal when no district of England and Wales has or had the code, naming near matches by code or name
 */
export function requireDistrict(code: string): FoundDistrict {
  const district = districtByCode(code)
  if (district) return district
  const asked = code.trim().replace(/\s+/g, ' ').slice(0, 60) // a whole file pasted by mistake need not come back in the message
  const larger = partsOf(asked.toUpperCase())
  if (larger)
    throw new Refusal(
      `${asked} is ${larger.whole}, not a district: give one of its districts, ${listed(larger.parts)}.`,
    )
  const near = nearMatches(asked)
  throw new Refusal(
    near.length > 0
      ? `There is no district with the code "${asked}": did you mean ${listed(near)}?`
      : `There is no district of England and Wales with the code "${asked}": give a code such as E07000107 for Dartford.`,
  )
}
