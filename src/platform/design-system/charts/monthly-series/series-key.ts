import { hatchSwatch } from '../frame/hatching.ts'
import type { KeyItem } from '../frame/key.ts'
import { ACCENT, GREY_BAND, PAPER } from '../palette.ts'
import type { MonthlySeries, Point } from './series.ts'

/** Signs that are not named where they stand: the usual range, an incomplete month, a gap too narrow for words. */
export function seriesKey(series: MonthlySeries, points: Point[], hasBand: boolean, unnamedGaps: boolean): KeyItem[] {
  const items: KeyItem[] = []
  if (hasBand)
    items.push({
      swatch: `<rect width="18" height="12" fill="${GREY_BAND}"/>`,
      text: series.expectedLabel ?? 'Usual range',
    })
  if (points.some(({ incomplete }) => incomplete))
    items.push({
      swatch: `<circle cx="9" cy="6" r="4.5" fill="${PAPER}" stroke="${ACCENT}" stroke-width="2"/>`,
      text: 'Incomplete month',
    })
  if (unnamedGaps) items.push({ swatch: hatchSwatch(series.id), text: 'Not delivered' })
  return items
}
