/** A place and what lies around it, each high (H, above the mean) or low (L): HH a hot core, HL a place that sticks out. */
export type MoranQuadrant = 'HH' | 'HL' | 'LH' | 'LL'

/** At the mean counts as low. */
export const quadrantOf = (own: number, around: number): MoranQuadrant =>
  own > 0 ? (around > 0 ? 'HH' : 'HL') : around > 0 ? 'LH' : 'LL'
