import { type Month, monthOfYear } from '../../src/vocabulary/period/month.ts'

/**
 * Month-of-year shapes, January to December, as multiples of the yearly average. Invented, after what is commonly
 * seen: nuisance and violence peak in summer, burglary and vehicle crime with the dark evenings, shop theft before
 * Christmas, bicycle theft in late summer.
 */
const SHAPES: Readonly<Record<string, readonly number[]>> = {
  'Anti-social behaviour': [0.82, 0.81, 0.93, 1.06, 1.14, 1.14, 1.23, 1.24, 1.04, 1.0, 0.85, 0.74],
  'Bicycle theft': [0.72, 0.74, 0.85, 0.95, 1.08, 1.16, 1.25, 1.26, 1.2, 1.1, 0.95, 0.74],
  Burglary: [1.1, 1.02, 1.0, 0.93, 0.92, 0.9, 0.92, 0.94, 0.96, 1.06, 1.14, 1.11],
  'Criminal damage and arson': [0.95, 0.92, 1.01, 1.04, 1.06, 1.04, 1.06, 1.04, 0.98, 1.01, 0.99, 0.9],
  Drugs: [1.0, 0.97, 1.05, 0.98, 0.97, 0.97, 0.99, 1.0, 1.02, 1.06, 1.06, 0.93],
  'Other crime': [1.02, 0.95, 1.03, 0.98, 1.0, 1.0, 1.04, 1.0, 1.0, 1.03, 1.0, 0.95],
  'Other theft': [0.93, 0.91, 0.98, 0.98, 1.02, 1.05, 1.08, 1.07, 1.02, 1.02, 1.0, 0.94],
  'Possession of weapons': [0.98, 0.95, 1.02, 1.0, 1.02, 1.02, 1.04, 1.02, 1.0, 1.02, 1.0, 0.93],
  'Public order': [0.9, 0.89, 0.99, 1.02, 1.06, 1.09, 1.13, 1.09, 1.01, 0.99, 0.94, 0.89],
  Robbery: [1.02, 0.95, 0.98, 0.96, 0.98, 0.98, 1.0, 1.0, 1.0, 1.06, 1.06, 1.01],
  Shoplifting: [0.97, 0.95, 1.0, 0.98, 0.99, 0.98, 0.99, 1.0, 1.0, 1.05, 1.08, 1.01],
  'Theft from the person': [0.92, 0.93, 0.98, 0.96, 0.98, 1.0, 1.02, 1.0, 1.0, 1.04, 1.07, 1.1],
  'Vehicle crime': [1.05, 0.98, 1.0, 0.96, 0.96, 0.94, 0.96, 0.97, 1.0, 1.06, 1.08, 1.04],
  'Violence and sexual offences': [0.95, 0.9, 1.0, 0.99, 1.05, 1.06, 1.09, 1.05, 1.0, 1.0, 0.96, 0.95],
}

/** The multiple for a type in a month of the year. */
export function seasonOf(type: string, month: Month): number {
  const multiple = SHAPES[type]?.[monthOfYear(month) - 1]
  if (multiple === undefined) throw new RangeError(`No season is known for ${type} in ${month}.`)
  return multiple
}
