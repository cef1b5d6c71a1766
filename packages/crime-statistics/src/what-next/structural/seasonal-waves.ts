/**
 * Regressors of a month: 1, years (of 12 steps where there is no season) from the last month, then the waves of a year, cosine and sine in turn, the longest
 * first. A period of 12 has 11 of them, as many as its months have differences.
 */
export const regressorCount = (period: number) => 1 + period

export function setRegressors(columns: Float64Array, at: number, month: number, last: number, period: number): void {
  columns[at] = 1
  columns[at + 1] = (month - last) / (period > 1 ? period : 12)
  for (let i = 0; i < period - 1; i++) {
    const angle = (2 * Math.PI * waveNumber(i) * month) / period
    columns[at + 2 + i] = i % 2 === 0 ? Math.cos(angle) : Math.sin(angle)
  }
}

/** Waves a year: 1, 1, 2, 2, … */
const waveNumber = (i: number) => (i >> 1) + 1

/** Variance that stands for none: the prior then holds a coefficient at 0. */
const NONE = 1e-9

/**
 * Prior precision of each regressor's coefficient; the mean's is 0, as nothing is known of it. Short waves are held
 * closer to 0 than long ones, by their number to the power of `smoothness`: a year has a shape, not twelve free months.
 *
 * @returns Σ log prior variance of the coefficients
 */
export function setPrecisions(
  precisions: Float64Array,
  slopeVariance: number,
  { variance, smoothness }: { variance: number; smoothness: number },
  period: number,
): number {
  let total = 0
  for (let i = 0; i < period - 1; i += 2) total += sizeOf(i, period) * waveNumber(i) ** -smoothness
  let logVariances = 0
  const set = (i: number, value: number) => {
    const held = Math.max(value, NONE)
    precisions[i] = 1 / held
    logVariances += Math.log(held)
  }
  precisions[0] = 0
  set(1, slopeVariance)
  for (let i = 0; i < period - 1; i++) set(2 + i, (variance * sizeOf(i, period) * waveNumber(i) ** -smoothness) / total)
  return logVariances
}

/** The shortest wave of an even period has no sine beside its cosine and so half a share. */
const sizeOf = (i: number, period: number) => (2 * waveNumber(i) === period ? 0.5 : 1)
