import {
  requireCount,
  requireLevel,
  requireList,
  requireObject,
  requireSameLength,
  requireWholeFrom,
} from '../check-inputs.ts'
import { groupedBy } from '../grouped-by.ts'
import { type Aim, checkedAim } from './evaluation-answer.ts'
import { effectOfColumn, fitIfTold, fitIntervention, type ModelEffect } from './intervention-model.ts'
import { type MeanEffect, meanEffect } from './mean-effect.ts'

export interface DifferenceOptions extends Aim {
  /** place in the lists, from 0, of the first month with the initiative */
  start: number
  /** confidence level as a proportion; 0.95 when left out */
  level?: number
}

export interface DifferenceInDifferences extends MeanEffect {
  /** events prevented over the months after the start; below 0 where there were more than expected */
  prevented: number
  /** the effect with its quasi-Poisson error as estimated */
  effect: ModelEffect
  /**
   * how the treated area's yearly trend differed from the comparison's before the start, as a ratio: far from 1 the areas
   * were not on parallel ways and the difference means little; null where it cannot be told
   */
  trendDifferenceBefore: ModelEffect | null
}

/** Fewer months on either side cannot show how much they vary. */
export const DIFFERENCE_LEAST_MONTHS = 6

/**
 * Did an area change by more than comparison areas did over the same months? Each month has a level of its own, shared by
 * all areas, and each area has one of its own, so that seasons, trends and shocks that all share fall away. What is left
 * is how much the treated area's share changed at the start. Errors are quasi-Poisson; the interval of the answer
 * allows for months that come in runs as in {@link interruptedTimeSeries}. In simulations without an
 * effect (12 to 120 months, one or three comparison areas) an answer other than *not proven* came out 1 to 6 times in a
 * hundred for independent months, and 2 to 11 where the levels of neighbouring months were correlated by 0.3 to 0.7.
 *
 * The figure rests on one belief: that without the initiative the areas would have gone on in step. `trendDifferenceBefore`
 * says whether they were in step before.
 *
 * @formula ln E[count(area, month)] = α(area) + β(month) + δ·treated·after; ratio = e^δ
 * @use with one or more comparison areas that share the treated area's seasons and shocks
 * @avoid where trends differed before the start ({@link controlledInterruptedTimeSeries} gives each its own), or where the
 *   area was chosen for a run of bad months. One treated area and one comparison give no evidence on how areas differ by
 *   themselves: {@link syntheticComparison} with a pool of areas does
 * @param treated events a month in the treated area, in order of time, null where one is missing
 * @param controls the same months of each comparison area
 * @param options start of the initiative, level, and which direction is better
 * @returns the effect with an answer, and how parallel the areas were before
 * @throws TypeError or RangeError if there is no comparison area, lists differ in length, there are fewer than 6 months on
 *   either side, a side has no event in the treated or in the comparison areas, or an option is out of range
 * @see Angrist JD, Pischke J-S (2009). Mostly Harmless Econometrics. Princeton: Princeton University Press, section 5.2.
 * @see Bertrand M, Duflo E, Mullainathan S (2004). How much should we trust differences-in-differences estimates? Quarterly Journal of Economics 119: 249–275. doi:10.1162/003355304772839588
 * @example differenceInDifferences([20, 22, 19, 21, 20, 18, 10, 9, 11, 10, 10, 10], [[40, 44, 38, 42, 40, 36, 40, 36, 44, 40, 40, 40]], { start: 6 }) // { ratio: 0.5, answer: 'worked', prevented: 60 }
 */
export function differenceInDifferences(
  treated: ArrayLike<number | null>,
  controls: readonly ArrayLike<number | null>[],
  options: DifferenceOptions,
): DifferenceInDifferences {
  requireObject(options, 'options', '{ start: 30 }')
  const { start, level = 0.95 } = options
  requireLevel(level)
  const aim = checkedAim(options)
  const cells = comparableCells(treated, controls, start)
  const model = fitIntervention(rowsOf(cells, ({ area, month }) => [Number(area === 0 && month >= start)]))
  const own = cells.flatMap(({ area, month, count }) => (area === 0 ? [{ place: month, count }] : [])) // they come first
  const found = meanEffect(model, own, 0, { start, slopeChange: false, level }, aim)
  const { fitted } = model.fit
  const afterwards = own.reduce((sum, { place }, i) => (place >= start ? sum + fitted[i]! : sum), 0)
  return {
    ...found,
    prevented: afterwards * (1 / found.ratio - 1),
    effect: effectOfColumn(model, 0, level),
    trendDifferenceBefore: trendDifference(cells, start, level),
  }
}

interface Cell {
  /** 0 for the treated area */
  area: number
  month: number
  count: number
}

/** Counts of months that two areas at least have, and that had an event: others say nothing of the difference. */
function comparableCells(
  treated: ArrayLike<number | null>,
  controls: readonly ArrayLike<number | null>[],
  start: number,
) {
  requireList(treated, 'treated')
  requireList(controls, 'controls')
  if (controls.length === 0) throw new RangeError('controls has no area: give the months of one or more.')
  requireWholeFrom(start, 'start', 1, Math.max(1, treated.length - 1))
  const cells: Cell[] = []
  for (const [area, counts] of [treated, ...controls].entries()) {
    const name = area === 0 ? 'treated' : `controls[${area - 1}]`
    requireList(counts, name)
    requireSameLength(counts.length, name, treated.length, 'treated')
    for (let month = 0; month < counts.length; month++) {
      const count = counts[month] as number | null
      if (count === null) continue
      requireCount(count, `${name}[${month}]`)
      cells.push({ area, month, count })
    }
  }
  const byMonth = groupedBy(cells, ({ month }) => month)
  const usable = cells.filter(({ month }) => {
    const others = byMonth.get(month)!
    return others.some(({ area }) => area === 0) && others.length > 1 && others.some(({ count }) => count > 0)
  })
  for (const [side, within] of [
    ['before', (month: number) => month < start],
    ['after', (month: number) => month >= start],
  ] as const) {
    const some = usable.filter(({ month }) => within(month))
    const months = new Set(some.map(({ month }) => month)).size
    if (months < DIFFERENCE_LEAST_MONTHS)
      throw new RangeError(
        `treated has ${months} months ${side} the start that can be compared: give at least ${DIFFERENCE_LEAST_MONTHS}.`,
      )
    for (const own of [true, false])
      if (some.every(({ area, count }) => (area === 0) !== own || count === 0))
        throw new RangeError(
          `${own ? 'treated' : 'controls'} has no event ${side} the start: there is no ratio to estimate. Compare totals with compareCounts.`,
        )
  }
  const withEvents = new Set(usable.flatMap(({ area, count }) => (count > 0 ? [area] : [])))
  return usable.filter(({ area }) => withEvents.has(area))
}

/** Rows of the model: given values, then a level for each month and one for each area but the first. */
function rowsOf(cells: readonly Cell[], valuesOf: (cell: Cell) => number[]) {
  const months = [...new Set(cells.map(({ month }) => month))]
  const areas = [...new Set(cells.map(({ area }) => area))]
  return cells.map((cell) => ({
    series: cell.area,
    place: cell.month,
    values: [
      ...valuesOf(cell),
      ...months.map((month) => Number(cell.month === month)),
      ...areas.slice(1).map((area) => Number(cell.area === area)),
    ],
    count: cell.count,
    offset: 0,
  }))
}

function trendDifference(cells: readonly Cell[], start: number, level: number): ModelEffect | null {
  const before = cells.filter(({ month }) => month < start)
  if (!before.some(({ area, count }) => area === 0 && count > 0)) return null
  const model = fitIfTold(rowsOf(before, ({ area, month }) => [area === 0 ? month / 12 : 0]))
  return model && effectOfColumn(model, 0, level)
}
