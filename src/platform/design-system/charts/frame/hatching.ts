import { HATCH, PAPER } from '../palette.ts'

/** The pattern that stands for "nothing was published here", as a definition; `<id>-hatch` names it. */
export const hatching = (id: string) =>
  `<pattern id="${id}-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
  `<rect width="6" height="6" fill="${PAPER}"/><line x1="0" y1="0" x2="0" y2="6" stroke="${HATCH}" stroke-width="1.6"/></pattern>`

export const hatchFill = (id: string) => `url(#${id}-hatch)`

/** The key's sign for it. */
export const hatchSwatch = (id: string) =>
  `<rect width="18" height="12" fill="${hatchFill(id)}" stroke="${HATCH}" stroke-width="1"/>`
