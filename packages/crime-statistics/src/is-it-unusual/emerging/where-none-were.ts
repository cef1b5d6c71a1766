import type { Usual } from './fit-usual.ts'
import type { ReferenceMonths } from './reference-months.ts'
import type { Threshold } from './upper-bound.ts'

/** With fewer groups of events than this expected in the season's months, that they had none may be chance. */
const FEW = 5

/** Whether other months had events, yet so few that a season without one tells nothing of the season. */
export function isNoneLikely({ counts, seasons }: ReferenceMonths, { fit, dispersion }: Usual): boolean {
  let [events, inSeason] = [0, 0]
  for (let i = 0; i < counts.length; i++) {
    events += counts[i]!
    if (seasons[i] === 0) inSeason += fit.fitted[i]!
  }
  return events > 0 && inSeason / dispersion < FEW
}

/**
 * Where the season never had an event a log-linear model has no level for it. Of events that could as well have been in
 * any month of the season, the chance that all fell in this one is its share of the exposure, to the power of their
 * number; with dispersion they come in groups of that size. Where no month had an event, all of them count.
 */
export function boundWhereNone(
  { counts, seasons, offsets }: ReferenceMonths,
  observed: number,
  offset: number,
  dispersion: number,
  alpha: number,
): Threshold {
  const never = counts.every((count) => count === 0)
  let exposure = 0
  for (const [i, season] of seasons.entries()) if (never || season === 0) exposure += Math.exp(offsets[i]! - offset)
  const logShare = -Math.log1p(exposure) / (never ? 1 : dispersion)
  return {
    upper: Math.max(0, Math.ceil(Math.log(alpha) / logShare) - 1),
    p: Math.exp(observed * logShare),
  }
}
