const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

// Characters XML 1.0 does not allow: left in, a downloaded SVG would not open.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Text made safe for SVG content and attribute values. */
export const escapeText = (text: string) => text.replace(NOT_XML, '').replace(/[&<>"']/g, (c) => ESCAPES[c]!)

// Arial's advance widths in thousandths of an em, from the font's own metrics (hmtx), grouped by width.
const WIDTHS = new Map<string, number>()
for (const [width, characters] of [
  [191, "'"],
  [222, 'ijl‘’'],
  [260, '|'],
  [278, ' \u00a0!,./:;\\[]ftI'],
  [333, '()`r“”-'],
  [355, '"'],
  [389, '*'],
  [500, '\u2002Jckvsxyz'],
  [556, '#$?L_0123456789abdeghnopqu–'],
  [584, '+<=>~−×'],
  [611, 'FTZ'],
  [667, '&ABEKPSVXY'],
  [722, 'CDHNRUw'],
  [778, 'GOQ'],
  [833, 'Mm'],
  [889, '%'],
  [944, 'W'],
  [1000, '—…→'],
] as const)
  for (const character of characters) WIDTHS.set(character, width)

/**
 * How wide Arial sets this text, in pixels: near enough (within about 2 %) to keep labels apart without a browser.
 * Characters not in the table count as a wide one, so that a guess errs towards room.
 */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const character of text) thousandths += WIDTHS.get(character) ?? 700
  return (thousandths / 1000) * size * (bold ? 1.08 : 1)
}

/** Text broken between words into lines no wider than `width` pixels; a single longer word is cut with an ellipsis. */
export function wrapText(text: string, width: number, size: number, bold = false): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/[ \n\t]+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (textWidth(longer, size, bold) <= width) line = longer
    else {
      if (line) lines.push(line)
      line = fitText(word, width, size, bold)
    }
  }
  return line ? [...lines, line] : lines
}

/** The text, or as much of its start as fits in `width` pixels with an ellipsis. */
export function fitText(text: string, width: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text
  let kept = [...text]
  while (kept.length > 1 && textWidth(`${kept.join('')}…`, size, bold) > width) kept = kept.slice(0, -1)
  return `${kept.join('').trimEnd()}…`
}
