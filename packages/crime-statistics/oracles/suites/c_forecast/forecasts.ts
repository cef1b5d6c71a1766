import type { OracleSuite } from '../../item.ts'
import { type SmoothedReference, smoothingItems } from './exponential-smoothing.ts'
import { simpleMethodItems } from './simple-methods.ts'

interface Forecasts {
  series: Record<string, SmoothedReference>
}

export const suite: OracleSuite<Forecasts> = function* ({ series }) {
  yield* smoothingItems(series)
  yield* simpleMethodItems(series)
}
