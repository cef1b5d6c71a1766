import { requireObject } from '../check-inputs.ts'
import type { Evaluation } from './evaluation-answer.ts'
import {
  type AreaChange,
  type RelativeEffectOptions,
  type RelativeEffectSize,
  relativeEffectSize,
  requireAreaChange,
  type TreatedAndControl,
} from './relative-effect-size.ts'

export interface DisplacementAreas extends TreatedAndControl {
  /** around the treated area, where crime might have moved to */
  buffer: AreaChange
}

export type DisplacementReading =
  | 'benefit spread to the buffer'
  | 'no displacement seen'
  | 'less moved than was prevented'
  | 'as much or more moved than was prevented'
  | 'no fall in the treated area to be moved'
  | 'not defined'

export interface WeightedDisplacementQuotient extends Evaluation {
  /** buffer over success; null when the success is 0 or not defined */
  quotient: number | null
  /** change of the treated area's events per event of the control: below 0 where it fell by more */
  success: number | null
  /** change of the buffer's events per event of the control: above 0 where it rose by more */
  bufferChange: number | null
  /** what the quotient says; it has a meaning only where the treated area fell against the control */
  reading: DisplacementReading
  /** treated area and buffer together against the control: the effect that is left after anything moved */
  net: RelativeEffectSize
}

/**
 * Did crime move round the corner, or did the benefit spread? The weighted displacement quotient sets the change in a
 * buffer around the treated area against the change in the treated area, both relative to a control. Above 0 the buffer
 * fell too; from 0 to −1 some crime may have moved, but less than was prevented; at −1 or below as much moved or more.
 *
 * The quotient means something only where the treated area fell relative to the control (`success` below 0); otherwise it
 * is still returned, and `reading` says that there was no fall to be moved. It has no interval of its own and small
 * counts make it leap. The answer is therefore read from treated area and buffer **together** against the control, with an
 * interval: did fewer crimes happen on balance?
 *
 * @formula WDQ = (B₁/C₁ − B₀/C₀) / (A₁/C₁ − A₀/C₀), A treated area, B buffer, C control, 0 before, 1 after
 * @use after {@link relativeEffectSize} has shown a fall in the treated area
 * @avoid as proof: a buffer can change for other reasons, crime can move further than the buffer or to other kinds of
 *   crime, and counts of a few dozen cannot tell
 * @param areas events before and after in treated area, buffer and control, over equal lengths of time
 * @param options dispersion, level and direction, for the answer
 * @returns the quotient with its parts, what it says, and the net effect with an answer
 * @throws TypeError or RangeError if an area is not given as its counts, a count is not whole or is below 0, or an option is out of range
 * @see Bowers KJ, Johnson SD (2003). Measuring the geographical displacement and diffusion of benefit effects of crime prevention activity. Journal of Quantitative Criminology 19: 275–301. doi:10.1023/A:1024909009240
 * @example weightedDisplacementQuotient({ treated: { before: 120, after: 80 }, buffer: { before: 60, after: 66 }, control: { before: 300, after: 290 } }) // { quotient: -0.222, reading: 'less moved than was prevented', answer: 'not proven' }
 */
export function weightedDisplacementQuotient(
  areas: DisplacementAreas,
  options: RelativeEffectOptions = {},
): WeightedDisplacementQuotient {
  requireObject(areas, 'areas', '{ treated: { before: 20, after: 10 }, buffer: …, control: … }')
  const { treated, buffer, control } = areas
  for (const [name, area] of Object.entries({ treated, buffer, control })) requireAreaChange(area, name)
  const against = ({ before, after }: AreaChange) =>
    control.before > 0 && control.after > 0 ? after / control.after - before / control.before : null
  const success = against(treated)
  const bufferChange = against(buffer)
  const quotient = success && bufferChange !== null ? bufferChange / success : null
  const net = relativeEffectSize(
    {
      treated: { before: treated.before + buffer.before, after: treated.after + buffer.after },
      control,
    },
    options,
  )
  const reason = `Treated area and buffer together: ${net.reason}`
  return { quotient, success, bufferChange, reading: readingOf(success, quotient), net, answer: net.answer, reason }
}

function readingOf(success: number | null, quotient: number | null): DisplacementReading {
  if (success === null) return 'not defined'
  if (success >= 0 || quotient === null) return 'no fall in the treated area to be moved'
  if (quotient > 0) return 'benefit spread to the buffer'
  if (quotient === 0) return 'no displacement seen'
  return quotient > -1 ? 'less moved than was prevented' : 'as much or more moved than was prevented'
}
