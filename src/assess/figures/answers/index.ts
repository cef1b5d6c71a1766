import { type Figure, type FigureReference, figure } from '../../../vocabulary/figure.ts'
import type { Answer, FigureContext } from '../context.ts'
import { ratePer1000 } from './rate-per-1000.ts'
import { ratePosition } from './rate-position.ts'
import { recordedChange } from './recorded-change.ts'
import { recordedOffences } from './recorded-offences.ts'
import { shareOfCrime } from './share-of-crime.ts'

const ANSWERS: Record<string, Answer> = {
  'recorded-offences/1': recordedOffences,
  'share-of-crime/1': shareOfCrime,
  'rate-per-1000/1': ratePer1000,
  'recorded-change/1': recordedChange,
  'rate-position/1': ratePosition,
}

/** Works a figure out from its reference: what pages, documents and the figure's own address all call. */
export function answer(reference: FigureReference, context: FigureContext): Figure {
  const answerTo = ANSWERS[reference.measure]
  if (!answerTo)
    throw new RangeError(`measure is "${reference.measure}": expected one of ${Object.keys(ANSWERS).join(', ')}.`)
  return figure(reference, answerTo(reference, context))
}
