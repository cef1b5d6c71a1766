import fc from 'fast-check'

/** Counts of all sizes: mostly ones seen in districts, some as large as a number holds exactly. */
export const anyCount = fc.oneof(
  { weight: 4, arbitrary: fc.nat(50) },
  { weight: 4, arbitrary: fc.nat(20_000) },
  { weight: 1, arbitrary: fc.nat(Number.MAX_SAFE_INTEGER) },
)

/** Counts up to a hundred million: methods that sum tails term by term stay quick. */
export const countableCount = fc.oneof(fc.nat(50), fc.nat(20_000), fc.nat(100_000_000))

export const anyLevel = fc.double({ min: 0.5, max: 0.9999, noNaN: true })

/** Days, residents, households. */
export const anyExposure = fc.double({ min: 1, max: 1e8, noNaN: true })

export const anyPValue = fc.double({ min: 0, max: 1, noNaN: true })
