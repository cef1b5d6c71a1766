/**
 * The house colours of charts and maps, as presentation attributes so that a downloaded file keeps its look.
 * Contrast on white (WCAG 2.2): ink 19.6, muted ink 7.1, accent 7.7, grey marks 4.6, hatching 4.1; rules and tints are decoration.
 */
export const PAPER = '#ffffff'
export const INK = '#0b0c0c'
export const MUTED_INK = '#505a5f'
export const ACCENT = '#0b5d5e'
export const OTHER = '#6f777b'
export const RULE = '#d6d9da'
export const AXIS = '#6f777b'
/** the usual range, and the earlier of two compared years */
export const GREY_BAND = '#bcc3c6'
export const GREY_TINT = '#eceeef'
export const ACCENT_TINT = '#dcecea'
export const EVENT_TINT = '#f6f5f4'
/** lines of the hatching that stands for "nothing was published" */
export const HATCH = '#767f84'

/**
 * Five classes from the accent's hue, light to dark. Lightness falls at every step, so the order survives greyscale
 * printing and every kind of colour blindness.
 */
export const SEQUENTIAL = ['#e4f1ef', '#b3d6d3', '#74b0ad', '#327f7f', '#063f42'] as const

export const FONT = 'Arial, Helvetica, sans-serif'
