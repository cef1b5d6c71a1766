import fc from 'fast-check'

/** Three years of invented monthly counts, October to September, with a lasting rise after eighteen months. */
export const asbCounts = [
  181, 150, 137, 145, 162, 182, 201, 249, 187, 230, 250, 282, 197, 177, 160, 189, 136, 103, 257, 261, 370, 359, 289,
  326, 235, 292, 283, 215, 238, 252, 242, 272, 309, 369, 360, 244,
]

const DAYS = [31, 30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30]

/** Monthly counts from October 2018 with their days; February 2020 has 29. */
export function threeYears(counts: (number | null)[]) {
  return {
    counts,
    monthsOfYear: counts.map((_, i) => ((i + 9) % 12) + 1),
    days: counts.map((_, i) => (i === 16 ? 29 : DAYS[i % 12]!)),
  }
}

/** Up to 36 months with gaps, of any size of count. */
export const anySeries = fc
  .oneof(fc.constant(5), fc.constant(500), fc.constant(1_000_000))
  .chain((most) => fc.array(fc.option(fc.nat(most), { freq: 8 }), { maxLength: 36 }))
  .map(threeYears)
