import { requireList, requireObject, requirePositive, requireText, shown } from '../check-inputs.ts'
import { type HarmOptions, harmOf, type OffenceCount, type SeverityWeightedHarm } from './severity-weighted-harm.ts'
import { readWeights, type SeverityWeights } from './severity-weights.ts'

/** Offences of one code in one group: a ward, a theme, a month. */
export interface GroupedOffenceCount extends OffenceCount {
  group: string
}

export interface GroupHarmOptions extends Pick<HarmOptions, 'lowConfidenceAbove'> {
  /** people who live in each group, for harm per 1,000 of them */
  residents?: ReadonlyMap<string, number> | Readonly<Record<string, number>>
}

export interface GroupHarm extends SeverityWeightedHarm {
  group: string
  /** share of all offences, and of all harm; null when there are none */
  volumeShare: number | null
  harmShare: number | null
  /** rank by offences and by harm, 1 for the most; groups that tie share the better rank */
  volumeRank: number
  harmRank: number
  /**
   * whether its rank by harm is certain: its range meets that of no other group and ranks it the same, so that offences
   * without a weight, whatever each may weigh within the table, cannot change it
   */
  harmRankCertain: boolean
}

export interface HarmByGroup {
  /** in the order in which groups first come */
  groups: GroupHarm[]
  total: SeverityWeightedHarm
}

/**
 * Which groups have most crime, and which most harm? Volume and severity-weighted harm side by side, for wards, themes or
 * months, with each group's share and rank by both. Where the two ranks differ, that is the finding.
 *
 * A group whose offences have weights throughout can be compared; where many have none, `harmRankCertain` says whether
 * the rank would stand whatever weights they had.
 *
 * @formula as {@link severityWeightedHarm}, group by group
 * @use for the table of themes in an assessment, or a map of wards
 * @avoid reading small differences of rank: one rare, grave offence can be most of a small group's harm
 * @param offences counts by group and offence code
 * @param weights the table as loaded, with the index's name, version and unit
 * @param options limit of the share without a weight, and residents of each group
 * @returns every group's volume and harm with ranks, and the total
 * @throws TypeError or RangeError as {@link severityWeightedHarm}, if a group is not text, or residents are given for some
 *   groups only
 * @see Sherman L, Neyroud PW, Neyroud E (2016). The Cambridge Crime Harm Index: measuring total harm from crime based on sentencing guidelines. Policing 10: 171–183. doi:10.1093/police/paw003
 * @example harmByGroup([{ group: 'Theft', code: 'T', count: 90 }, { group: 'Violence', code: 'V', count: 5 }], { index: 'Example index', version: '1', unit: 'days', weights: { T: 1, V: 100 } }).groups // [{ volumeRank: 1, harmRank: 2, harm: 90 }, { volumeRank: 2, harmRank: 1, harm: 500 }]
 */
export function harmByGroup(
  offences: readonly GroupedOffenceCount[],
  weights: SeverityWeights,
  options: GroupHarmOptions = {},
): HarmByGroup {
  requireObject(options, 'options', "{ residents: { 'Ward A': 6000 } }")
  const { lowConfidenceAbove, residents } = options
  requireList(offences, 'offences')
  const table = readWeights(weights)
  const groups = new Map<string, OffenceCount[]>()
  for (const [i, offence] of offences.entries()) {
    requireObject(offence, `offences[${i}]`, "{ group: 'Ward A', code: '28E', count: 40 }")
    const { group } = offence
    requireText(group, `offences[${i}].group`)
    const own = groups.get(group)
    if (own) own.push(offence)
    else groups.set(group, [offence])
  }
  const people = residents === undefined ? undefined : peopleOf(residents)
  const harms = [...groups].map(([group, own]) => {
    if (people && !people.has(group))
      throw new RangeError(`residents has none for ${group}: give those of every group, or leave residents out.`)
    return { group, ...harmOf(own, table, { lowConfidenceAbove, residents: people?.get(group) }) }
  })
  const total = harmOf(offences, table, { lowConfidenceAbove, residents: people && sumOf([...groups.keys()], people) })
  const volumeRank = rankBy(harms.map((harm) => harm.offences))
  const harmRank = rankBy(harms.map(({ harm }) => harm))
  const certain = apart(harms)
  const rangeRank = rankBy(harms.map(({ range }) => range.lower))
  return {
    groups: harms.map((harm, i) => ({
      ...harm,
      volumeShare: total.offences > 0 ? harm.offences / total.offences : null,
      harmShare: total.harm > 0 ? harm.harm / total.harm : null,
      volumeRank: volumeRank[i]!,
      harmRank: harmRank[i]!,
      harmRankCertain: certain[i]! && rangeRank[i] === harmRank[i],
    })),
    total,
  }
}

function peopleOf(residents: NonNullable<GroupHarmOptions['residents']>): Map<string, number> {
  if (typeof residents !== 'object' || residents === null || Array.isArray(residents))
    throw new TypeError(`residents is ${shown(residents)}: give a Map or an object of group to people.`)
  const people = new Map<string, number>(residents instanceof Map ? residents : Object.entries(residents))
  for (const [group, number] of people) requirePositive(number, `residents of ${group}`)
  return people
}

const sumOf = (groups: string[], people: ReadonlyMap<string, number>) =>
  groups.length === 0 ? undefined : groups.reduce((sum, group) => sum + people.get(group)!, 0)

/** 1 for the most; equals share the better rank. */
function rankBy(values: number[]): number[] {
  const first = new Map<number, number>()
  for (const [place, value] of values.toSorted((a, b) => b - a).entries())
    if (!first.has(value)) first.set(value, place + 1)
  return values.map((value) => first.get(value)!)
}

/** Whether each range is apart from all others; groups with one and the same certain harm tie whatever happens. */
function apart(harms: readonly SeverityWeightedHarm[]): boolean[] {
  const order = [...harms.keys()].sort(
    (a, b) => harms[a]!.range.lower - harms[b]!.range.lower || harms[a]!.range.upper - harms[b]!.range.upper,
  )
  const answer = new Array<boolean>(harms.length).fill(true)
  let reach = -Infinity
  for (let first = 0, end = 0; first < order.length; first = end) {
    const { lower, upper } = harms[order[first]!]!.range
    const tied = (i: number) => lower === upper && harms[i]!.range.lower === lower && harms[i]!.range.upper === upper
    for (end = first + 1; end < order.length && tied(order[end]!); end++);
    const next = harms[order[end] ?? -1]?.range.lower ?? Infinity
    if (lower <= reach || next <= upper) for (const i of order.slice(first, end)) answer[i] = false
    reach = Math.max(reach, upper)
  }
  return answer
}
