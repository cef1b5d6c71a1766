import {
  requireCount,
  requireList,
  requireObject,
  requirePositive,
  requireProportion,
  requireText,
} from '../check-inputs.ts'
import type { Interval } from '../interval.ts'
import { type ReadWeights, readWeights, type SeverityWeights } from './severity-weights.ts'

/** Offences of one code. */
export interface OffenceCount {
  code: string
  count: number
}

export interface HarmOptions {
  /** confidence is low where more than this share of offences has no weight; 0.2 when left out */
  lowConfidenceAbove?: number
  /** people who live there, for harm per 1,000 of them */
  residents?: number
}

export interface SeverityWeightedHarm {
  /** name of the index, its edition and the unit of its weights: print them with the harm */
  index: string
  version: string
  unit: string
  /** offences counted, with a weight or without */
  offences: number
  /** Σ count × weight over the offences that have a weight */
  harm: number
  /** harm divided by the offences that have a weight; null when none has */
  harmPerOffence: number | null
  /** harm per 1,000 residents; null when residents were not given */
  perThousand: number | null
  /** codes without a weight, most offences first, with their share of all offences */
  unmapped: { code: string; count: number; share: number }[]
  /** share of offences without a weight; null when there are no offences */
  unmappedShare: number | null
  /** `low` where more than `lowConfidenceAbove` of offences have no weight */
  confidence: 'usual' | 'low'
  /** what the harm would be if each offence without a weight had the least, and the most, that the table holds */
  range: Interval
  /** the range per 1,000 residents; null when residents were not given */
  rangePerThousand: Interval | null
}

/**
 * How much harm did offences do, counted by their severity? Each offence counts as its weight in an index such as the
 * Cambridge Crime Harm Index (days of a starting sentence) or the ONS Crime Severity Score, so that a homicide is not one
 * shoplifting. Read it **beside** the number of offences, never instead.
 *
 * The weights come from a table that you load; this library holds none. Offences whose code is not in it are not given a
 * weight in silence: they are listed, their share is stated, confidence is low above 20 % (a value chosen here), and the
 * range says what the harm would be if all of them had the table's least or most weight.
 *
 * @formula harm = Σ count·weight; range = harm + unmapped·least … harm + unmapped·most
 * @use with offence codes as fine as the index (Home Office codes), over whole periods
 * @avoid with the 14 broad categories of open street-level data: violence there mixes weights from 1 to thousands. Avoid
 *   comparing areas whose unmapped shares differ much: a homicide or two move the sum of a small area
 * @param offences counts by offence code; a code may come more than once
 * @param weights the table as loaded, with the index's name, version and unit
 * @param options limit of the share without a weight, and residents
 * @returns harm, what had no weight, confidence and range
 * @throws TypeError or RangeError if a count is not whole or is below 0, a code is not text, or the table is empty, has no
 *   name or holds a weight below 0
 * @see Sherman L, Neyroud PW, Neyroud E (2016). The Cambridge Crime Harm Index: measuring total harm from crime based on sentencing guidelines. Policing 10: 171–183. doi:10.1093/police/paw003
 * @see Office for National Statistics (2016). Research outputs: developing a Crime Severity Score for England and Wales using data on crimes recorded by the police.
 * @example severityWeightedHarm([{ code: 'A', count: 10 }, { code: 'B', count: 3 }], { index: 'Example index', version: '1', unit: 'days', weights: { A: 2, C: 50 } }) // { harm: 20, offences: 13, unmapped: [{ code: 'B', count: 3 }], confidence: 'low', range: { lower: 26, upper: 170 } }
 */
export function severityWeightedHarm(
  offences: readonly OffenceCount[],
  weights: SeverityWeights,
  options: HarmOptions = {},
): SeverityWeightedHarm {
  requireList(offences, 'offences')
  requireObject(options, 'options', '{ residents: 120_000 }')
  return harmOf(offences, readWeights(weights), options)
}

/** The harm of some offences by a table that has been read. */
export function harmOf(
  offences: readonly OffenceCount[],
  table: ReadWeights,
  options: HarmOptions,
): SeverityWeightedHarm {
  const { lowConfidenceAbove = 0.2, residents } = options
  requireProportion(lowConfidenceAbove, 'lowConfidenceAbove')
  if (residents !== undefined) requirePositive(residents, 'residents')
  let all = 0
  let mapped = 0
  let harm = 0
  const without = new Map<string, number>()
  for (const [i, offence] of offences.entries()) {
    requireObject(offence, `offences[${i}]`, "{ code: '28E', count: 40 }")
    const { code, count } = offence
    requireText(code, `offences[${i}].code`)
    requireCount(count, `offences[${i}].count`)
    if (count === 0) continue
    all += count
    const weight = table.weightOf(code)
    if (weight === undefined) without.set(code, (without.get(code) ?? 0) + count)
    else {
      mapped += count
      harm += count * weight
    }
  }
  const unmappedShare = all > 0 ? (all - mapped) / all : null
  const range = { lower: harm + (all - mapped) * table.least, upper: harm + (all - mapped) * table.most }
  const per = (value: number) => (1000 * value) / residents!
  return {
    index: table.index,
    version: table.version,
    unit: table.unit,
    offences: all,
    harm,
    harmPerOffence: mapped > 0 ? harm / mapped : null,
    perThousand: residents === undefined ? null : per(harm),
    unmapped: [...without]
      .map(([code, count]) => ({ code, count, share: count / all }))
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1)),
    unmappedShare,
    confidence: unmappedShare !== null && unmappedShare > lowConfidenceAbove ? 'low' : 'usual',
    range,
    rangePerThousand: residents === undefined ? null : { lower: per(range.lower), upper: per(range.upper) },
  }
}
