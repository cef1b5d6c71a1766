/** How a level moves from one month to the next. Variances are in units of the months' own scatter. */
export interface LevelMotion {
  /** variance of what a month adds to the level */
  levelVariance: number
  /** share of the level that is left a month later: 1 for one that wanders, less for one that returns to its mean */
  levelKept: number
  /** variance of what a month adds to the slope; 0 for no slope */
  slopeVariance: number
  /** share of the slope that is left a month later */
  slopeKept: number
}

/** Columns of numbers seen through one motion of the level: what each month brings that was not foreseen, and the level to come. */
export interface Filtered {
  /** one-step surprises over their standard deviation, a month's columns side by side; 0 in months without a value */
  surprises: Float64Array
  /** Σ log variance of the surprises */
  logVariance: number
  /** level foreseen for each month to come, a month's columns side by side */
  ahead: Float64Array
  /** variance of the level of each month to come */
  aheadVariance: Float64Array
}

/**
 * Kalman filter of a level with or without a slope, over several columns at once: the series, and each regressor as if
 * it were one. The surprises then are as those of independent months, for which least squares holds (de Jong P (1991),
 * The diffuse Kalman filter. Annals of Statistics 19: 1073–1083). A month without a value only lets time pass.
 */
export function filterColumns(
  columns: Float64Array,
  present: Uint8Array,
  motion: LevelMotion,
  horizon: number,
): Filtered {
  const { levelVariance, levelKept, slopeVariance, slopeKept } = motion
  const width = columns.length / present.length
  const surprises = new Float64Array(columns.length)
  const levels = new Float64Array(width)
  const slopes = new Float64Array(width)
  let levelSpread = levelKept < 1 ? levelVariance / (1 - levelKept * levelKept) : 0
  let slopeSpread = 0
  let both = 0
  let logVariance = 0
  const passMonth = () => {
    for (let j = 0; j < width; j++) {
      levels[j] = levelKept * levels[j]! + slopes[j]!
      slopes[j]! *= slopeKept
    }
    const crossed = levelKept * both + slopeSpread
    levelSpread = levelKept * (levelKept * levelSpread + both) + crossed + levelVariance
    both = slopeKept * crossed
    slopeSpread = slopeKept * slopeKept * slopeSpread + slopeVariance
  }
  for (let t = 0; t < present.length; t++) {
    if (present[t] === 1) {
      const variance = levelSpread + 1
      const levelGain = levelSpread / variance
      const slopeGain = both / variance
      const share = 1 / Math.sqrt(variance)
      logVariance += Math.log(variance)
      for (let j = 0; j < width; j++) {
        const surprise = columns[t * width + j]! - levels[j]!
        surprises[t * width + j] = surprise * share
        levels[j]! += levelGain * surprise
        slopes[j]! += slopeGain * surprise
      }
      slopeSpread -= slopeGain * both
      both -= levelGain * both
      levelSpread -= levelGain * levelSpread
    }
    passMonth()
  }
  const ahead = new Float64Array(horizon * width)
  const aheadVariance = new Float64Array(horizon)
  for (let h = 0; h < horizon; h++) {
    aheadVariance[h] = levelSpread
    ahead.set(levels, h * width)
    passMonth()
  }
  return { surprises, logVariance, ahead, aheadVariance }
}
