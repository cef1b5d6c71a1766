import { finiteNumbers, requireFinite, requireList } from '../check-inputs.ts'

/** A value of a candidate on a criterion, or the range it can lie in: `[0, 100]` for one that is missing. */
export type ValueOrRange = number | readonly [least: number, most: number]

/** Values of candidates on criteria, row by row: one row a candidate. */
export interface ValueTable {
  candidates: number
  criteria: number
  least: Float64Array
  /** how far each value can lie above its least; null where all are certain */
  width: Float64Array | null
}

/** Reads rows of values; all rows must be equally long. */
export function valueTable(rows: readonly ArrayLike<ValueOrRange>[]): ValueTable {
  requireList(rows, 'values')
  const candidates = rows.length
  const criteria = candidates > 0 ? (rows[0]?.length ?? 0) : 0
  if (!(criteria > 0))
    throw new RangeError('values has no candidate or no criterion: give a row of values for each candidate.')
  const least = new Float64Array(candidates * criteria)
  const width = new Float64Array(candidates * criteria)
  for (let i = 0; i < candidates; i++) {
    const row = rows[i]!
    requireList(row, `values[${i}]`)
    if (row.length !== criteria)
      throw new RangeError(`values[${i}] has ${row.length} criteria and values[0] has ${criteria}: give all the same.`)
    for (let j = 0; j < criteria; j++) {
      const [from, to] = rangeOf(row[j]!, `values[${i}][${j}]`)
      least[i * criteria + j] = from
      width[i * criteria + j] = to - from
    }
  }
  return { candidates, criteria, least, width: width.some((value) => value > 0) ? width : null }
}

function rangeOf(value: ValueOrRange, name: string): readonly [number, number] {
  if (typeof value === 'number' || !Array.isArray(value)) {
    requireFinite(value as number, name)
    return [value as number, value as number]
  }
  const [from, to] = value as readonly [number, number]
  requireFinite(from, `${name}[0]`)
  requireFinite(to, `${name}[1]`)
  if (from > to || !(to - from < Infinity)) throw new RangeError(`${name} is ${from} to ${to}: give the lesser first.`)
  return [from, to]
}

/** Weights as shares that add up to 1. */
export function weightShares(weights: ArrayLike<number>, criteria: number): Float64Array<ArrayBuffer> {
  const shares = finiteNumbers(weights, 'weights')
  if (shares.length !== criteria)
    throw new RangeError(`weights has ${shares.length} and there are ${criteria} criteria: give one for each.`)
  for (let j = 0; j < criteria; j++)
    if (shares[j]! < 0) throw new RangeError(`weights[${j}] is ${shares[j]}: give 0 or more.`)
  const total = shares.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0 && total < Infinity)) throw new RangeError(`weights add up to ${total}: give at least one above 0.`)
  return shares.map((weight) => weight / total)
}
