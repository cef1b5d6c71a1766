import { requireNotNegative, requireObject, shown } from '../check-inputs.ts'

/** A table of weights as it was loaded, with the name it is printed under. The library holds none of its own. */
export interface SeverityWeights {
  /** name of the index, such as `Cambridge Crime Harm Index` or `ONS Crime Severity Score` */
  index: string
  /** its edition, such as `2026` or `2024-03` */
  version: string
  /** what a weight is counted in, such as `days` */
  unit: string
  /** weight of each offence code, exactly as codes are written in the counts */
  weights: ReadonlyMap<string, number> | Readonly<Record<string, number>>
}

export interface ReadWeights {
  index: string
  version: string
  unit: string
  /** weight of a code; undefined where the table has none */
  weightOf(code: string): number | undefined
  least: number
  most: number
}

/** Checks a table and makes it ready for look-up. */
export function readWeights(table: SeverityWeights): ReadWeights {
  requireObject(
    table,
    'weights',
    "{ index: 'ONS Crime Severity Score', version: '2024-03', unit: 'days', weights: {…} }",
  )
  const { index, version, unit, weights } = table
  for (const [name, value] of Object.entries({ index, version, unit }))
    if (typeof value !== 'string' || value.trim() === '')
      throw new TypeError(`${name} of the weights is ${shown(value)}: give its name, to be printed with the harm.`)
  if (typeof weights !== 'object' || weights === null || Array.isArray(weights))
    throw new TypeError(`weights is ${shown(weights)}: give a Map or an object of offence code to weight.`)
  const ofCode = new Map<string, number>(weights instanceof Map ? weights : Object.entries(weights))
  if (ofCode.size === 0) throw new RangeError('weights is empty: give the weight of each offence code.')
  let least = Infinity
  let most = 0
  for (const [code, weight] of ofCode) {
    requireNotNegative(weight, `the weight of ${code}`)
    least = Math.min(least, weight)
    most = Math.max(most, weight)
  }
  return { index, version, unit, weightOf: (code) => ofCode.get(code), least, most }
}
