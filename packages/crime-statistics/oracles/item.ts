/** One comparison of the library with a reference file: the line that `npm run oracles` prints. */
export interface OracleItem {
  /** what in the file was compared */
  item: string
  /** functions of the library that gave the found values */
  function: string
  /** the largest difference; Infinity where one side has a value and the other has none */
  error: number
  /** the largest difference allowed */
  tolerance: number
}

/** What a suite is given: the parsed reference file and a way to read the others of its folder. */
export interface OracleFolder {
  /** absolute path of the folder that holds the reference files */
  path: string
  /** parsed JSON of another file, such as `x_extra/coords.json` */
  json<T>(file: string): T
  /** text of a data file, decompressed where its name ends in .gz */
  text(file: string): string
}

/** Compares the library with one reference file; `suites/a_rates/rates.ts` answers for `a_rates/rates.json`. */
export type OracleSuite<T> = (data: T, folder: OracleFolder) => Iterable<OracleItem>

/** How a difference is measured. `relative` falls back to the absolute one below 1e-6, where digits run out. */
export type Measure = 'relative' | 'absolute'

/** Numbers, lists and null, nested alike on both sides: null is "not defined" and equals only null. */
export type Comparable = number | null | undefined | boolean | string | ArrayLike<number | null> | readonly Comparable[]

/** The largest difference between two values of one shape; Infinity where their shapes differ. */
export function worstDifference(found: Comparable, expected: Comparable, measure: Measure = 'relative'): number {
  if (typeof found === 'number' && typeof expected === 'number') {
    if (found === expected) return 0
    const gap = Math.abs(found - expected)
    if (!(gap < Infinity)) return Infinity
    return measure === 'absolute' || Math.abs(expected) < 1e-6 ? gap : gap / Math.abs(expected)
  }
  if (isList(found) && isList(expected)) {
    if (found.length !== expected.length) return Infinity
    let worst = 0
    for (let i = 0; i < expected.length; i++)
      worst = Math.max(worst, worstDifference(found[i] as Comparable, expected[i] as Comparable, measure))
    return worst
  }
  return (found ?? null) === (expected ?? null) ? 0 : Infinity
}

const isList = (value: Comparable): value is ArrayLike<number | null> =>
  typeof value === 'object' && value !== null && 'length' in value

/** An item from pairs of found and expected values. No pair at all is a failure: nothing was compared. */
export function compared(
  item: string,
  functionName: string,
  tolerance: number,
  pairs: Iterable<readonly [found: Comparable, expected: Comparable]>,
  measure: Measure = 'relative',
): OracleItem {
  let error = -1
  for (const [found, expected] of pairs) error = Math.max(error, worstDifference(found, expected, measure))
  return { item, function: functionName, error: error < 0 ? Infinity : error, tolerance }
}

export const passes = ({ error, tolerance }: OracleItem) => error <= tolerance
