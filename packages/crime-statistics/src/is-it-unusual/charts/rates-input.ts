import { requireList, requirePositive, requireSameLength } from '../../check-inputs.ts'
import type { ChartInput } from './attribute-chart.ts'
import { baselineOf, observedCounts } from './observed-values.ts'

/** Checked counts and exposures as rates, with the Poisson sigma of each month. */
export function ratesInput(
  counts: ArrayLike<number | null>,
  exposures: ArrayLike<number>,
  baseline: number | undefined,
): ChartInput {
  const { events, exposed, base, total, whole } = summed(counts, exposures, baseline, 'exposures')
  const centre = total / whole
  return {
    values: events.map((count, i) => count / exposed[i]!),
    centre,
    sigma: events.map((count, i) => (!Number.isNaN(count) ? Math.sqrt(centre / exposed[i]!) : NaN)),
    baseline: base,
    most: Infinity,
  }
}

/** Checked counts out of totals as shares, with the binomial sigma of each month. */
export function sharesInput(
  counts: ArrayLike<number | null>,
  totals: ArrayLike<number>,
  baseline: number | undefined,
): ChartInput {
  const { events, exposed, base, total, whole } = summed(counts, totals, baseline, 'totals')
  for (const [i, count] of events.entries())
    if (count > exposed[i]!)
      throw new RangeError(`counts[${i}] is ${count} and totals[${i}] is ${exposed[i]}: give a part and its whole.`)
  const centre = total / whole
  return {
    values: events.map((count, i) => count / exposed[i]!),
    centre,
    sigma: events.map((count, i) => (!Number.isNaN(count) ? Math.sqrt((centre * (1 - centre)) / exposed[i]!) : NaN)),
    baseline: base,
    most: 1,
  }
}

function summed(
  counts: ArrayLike<number | null>,
  exposures: ArrayLike<number>,
  baseline: number | undefined,
  name: string,
) {
  const events = observedCounts(counts)
  requireList(exposures, name)
  requireSameLength(exposures.length, name, events.length, 'counts')
  const exposed = new Float64Array(events.length)
  for (let i = 0; i < exposed.length; i++) {
    requirePositive(exposures[i]!, `${name}[${i}]`)
    exposed[i] = exposures[i]!
  }
  const base = baselineOf(events, baseline).length
  let total = 0
  let whole = 0
  for (let i = 0; i < base; i++) {
    if (Number.isNaN(events[i]!)) continue
    total += events[i]!
    whole += exposed[i]!
  }
  if (whole === 0)
    throw new RangeError(`counts has no month that is not missing among the first ${base}: give 1 or more.`)
  return { events, exposed, base, total, whole }
}
