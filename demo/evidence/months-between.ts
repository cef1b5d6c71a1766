import type { Month } from '../../src/vocabulary/period/month.ts'

const position = (month: Month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

/** Months from one to another; below 0 when `to` is the earlier. */
export const monthsBetween = (from: Month, to: Month) => position(to) - position(from)
