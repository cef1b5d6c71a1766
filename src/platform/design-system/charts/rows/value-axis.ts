import { svgText } from '../frame/svg-text.ts'
import { MUTED_INK, RULE } from '../palette.ts'
import { textWidth } from '../text.ts'
import { type Band, uprightIn } from './bands.ts'

interface ValueAxis {
  /** about so many round values; asked for fewer until their numbers stand apart */
  ticks: (about: number) => number[]
  text: (value: number) => string
  place: (value: number) => number
  bands: Band[]
  bottom: number
  width: number
  size: number
}

/** Thin lines up the rows with their numbers below. */
export function valueAxis({ ticks, text, place, bands, bottom, width, size }: ValueAxis) {
  const settings = [6, 5, 4, 3, 2, 1].map((about) =>
    ticks(about).map((tick) => {
      const half = textWidth(text(tick), size) / 2
      return { tick, half, x: Math.min(Math.max(place(tick), half), width - half) }
    }),
  )
  const apart = (setting: (typeof settings)[number]) =>
    setting.every(({ x, half }, i) => i === 0 || x - half >= setting[i - 1]!.x + setting[i - 1]!.half + 10)
  const chosen = settings.find(apart) ?? []
  const lines = chosen.map(({ tick }) => uprightIn(bands, place(tick))).join('')
  return {
    under: lines ? `<path d="${lines}" fill="none" stroke="${RULE}" stroke-width="1"/>` : '',
    over: chosen
      .map(({ tick, x }) => svgText(text(tick), x, bottom + size + 5, { size, colour: MUTED_INK, anchor: 'middle' }))
      .join(''),
    bottom: bottom + size + 9,
  }
}
