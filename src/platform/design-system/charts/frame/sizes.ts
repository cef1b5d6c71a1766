/** Type sizes in pixels. A phone's drawing is set narrower, never smaller: nothing is under 12. */
export interface Sizes {
  narrow: boolean
  title: number
  subtitle: number
  label: number
  tick: number
  foot: number
}

const DEFAULT_WIDTH = 720
const NARROW_BELOW = 480

/** The width a drawing is laid out for, kept within what its layout can do. */
export const layoutWidth = (width = DEFAULT_WIDTH) =>
  Number.isFinite(width) ? Math.round(Math.min(1600, Math.max(280, width))) : DEFAULT_WIDTH

export const sizesFor = (width: number): Sizes =>
  width < NARROW_BELOW
    ? { narrow: true, title: 17, subtitle: 14, label: 13, tick: 13, foot: 12 }
    : { narrow: false, title: 20, subtitle: 15, label: 14, tick: 13, foot: 12 }
