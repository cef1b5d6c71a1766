import pg from 'pg'

/**
 * How PostgreSQL's values arrive, set once for every connection. A `date` stays the calendar day it is, as
 * `YYYY-MM-DD`: as a Date it would be midnight in this machine's own time zone, and so another day in some.
 */
export const valueTypes = new pg.TypeOverrides()

valueTypes.setTypeParser(pg.types.builtins.DATE, (text) => text)
valueTypes.setTypeParser(pg.types.builtins.INT8, wholeNumber)

/** @throws RangeError beyond 2^53 − 1, where a number would quietly be another */
export function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number: select it as text.`)
  return value
}
