import { addMonths, type Month, type Period } from './month.ts'

const NAMES = 'January February March April May June July August September October November December'.split(' ')

/** `September 2021` */
export const monthInWords = (month: Month) => `${NAMES[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`

/** `Sep 2021`: for chart ticks and narrow tables. */
export const monthShort = (month: Month) => `${NAMES[Number(month.slice(5)) - 1]!.slice(0, 3)} ${month.slice(0, 4)}`

/** `6 March 2022`, from an ISO date. */
export const dateInWords = (date: string) =>
  `${Number(date.slice(8, 10))} ${NAMES[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`

/** `year ending September 2021` for twelve months, `January to November 2022` or `October 2020 to May 2021` otherwise. */
export function periodInWords({ from, to }: Period): string {
  if (from === to) return monthInWords(to)
  if (addMonths(from, 11) === to) return `year ending ${monthInWords(to)}`
  const first = from.slice(0, 4) === to.slice(0, 4) ? NAMES[Number(from.slice(5)) - 1] : monthInWords(from)
  return `${first} to ${monthInWords(to)}`
}

/**
 * A list of months with runs folded, for saying what is missing: `December 2022 to December 2024 (25 months)`.
 * The months must be in order.
 */
export function monthsInWords(months: Month[]): string {
  const runs: Month[][] = []
  for (const month of months) {
    const last = runs.at(-1)
    if (last && addMonths(last.at(-1)!, 1) === month) last.push(month)
    else runs.push([month])
  }
  return runs
    .map((run) =>
      run.length === 1
        ? monthInWords(run[0]!)
        : `${monthInWords(run[0]!)} to ${monthInWords(run.at(-1)!)} (${run.length} months)`,
    )
    .join(', ')
}
