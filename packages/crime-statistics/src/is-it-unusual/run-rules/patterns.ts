/** What the named rule sets are made of. A missing month is NaN: it breaks every run and fills no window. */

/** Each month's distance from the centre in sigmas, and the direction of the step to it. */
export interface Standardised {
  z: Float64Array
  /** 1 up, −1 down, 0 level, NaN where this month or the one before is missing */
  steps: Float64Array
}

/** Places where the condition has held for `length` months in a row, this one included. */
export function runs(months: number, length: number, holds: (i: number) => boolean): number[] {
  const found = []
  let run = 0
  for (let i = 0; i < months; i++) {
    run = holds(i) ? run + 1 : 0
    if (run >= length) found.push(i)
  }
  return found
}

export const sameSide = ({ z }: Standardised, length: number) =>
  either(
    runs(z.length, length, (i) => z[i]! > 0),
    runs(z.length, length, (i) => z[i]! < 0),
  )

/** A trend of `points` months is points − 1 steps in one direction. */
export const trend = ({ steps }: Standardised, points: number) =>
  either(
    runs(steps.length, points - 1, (i) => steps[i]! > 0),
    runs(steps.length, points - 1, (i) => steps[i]! < 0),
  )

/** `points` months in a row that go up and down by turns: points − 2 turns. */
export const alternating = ({ steps }: Standardised, points: number) =>
  runs(steps.length, points - 2, (i) => i >= 2 && steps[i]! * steps[i - 1]! === -1)

export const beyond = ({ z }: Standardised, sigmas: number) => runs(z.length, 1, (i) => Math.abs(z[i]!) > sigmas)

export const within = ({ z }: Standardised, sigmas: number, length: number) =>
  runs(z.length, length, (i) => Math.abs(z[i]!) < sigmas)

export const outOf = ({ z }: Standardised, sigmas: number, length: number) =>
  runs(z.length, length, (i) => Math.abs(z[i]!) > sigmas)

export interface FewOf {
  /** months that must be beyond */
  need: number
  /** months in a row that are looked at */
  of: number
  sigmas: number
  /** whether the last month of the window must be one of them */
  endsBeyond: boolean
}

/** Months where `need` of the last `of` were beyond so many sigmas, all on one side. */
export const fewOf = ({ z }: Standardised, rule: FewOf) =>
  either(
    windows(z, rule, (value) => value > rule.sigmas),
    windows(z, rule, (value) => value < -rule.sigmas),
  )

function windows(z: Float64Array, { need, of, endsBeyond }: FewOf, isBeyond: (z: number) => boolean): number[] {
  const found = []
  for (let i = of - 1; i < z.length; i++) {
    let count = 0
    let present = 0
    for (let j = i - of + 1; j <= i; j++) {
      if (!Number.isNaN(z[j]!)) present++
      if (isBeyond(z[j]!)) count++
    }
    if (present === of && count >= need && (!endsBeyond || isBeyond(z[i]!))) found.push(i)
  }
  return found
}

const either = (a: number[], b: number[]) => [...new Set([...a, ...b])].sort((i, j) => i - j)
