/**
 * Fourier transforms of the columns of a table, all columns at once: each step combines whole rows, so that memory is
 * read in order. Heights are products of 2s and 3s ({@link smoothLength}): the libraries that were tried take powers of
 * two only, which here means three times as many cells. Stockham's order of steps needs no reordering at the end.
 */
export interface ComplexTable {
  re: Float64Array
  im: Float64Array
}

/** The least product of 2s and 3s that is `least` or more. */
export function smoothLength(least: number): number {
  for (let length = Math.max(1, least); ; length++) {
    let rest = length
    while (rest % 2 === 0) rest /= 2
    while (rest % 3 === 0) rest /= 3
    if (rest === 1) return length
  }
}

/** Transforms `table` of `height` rows; `spare` is room to work in. `direction` −1 forward, +1 backward without 1/height. */
export function transformColumns(
  table: ComplexTable,
  spare: ComplexTable,
  height: number,
  width: number,
  direction: 1 | -1,
): ComplexTable {
  let [from, to] = [table, spare]
  let rest = height
  let stride = width
  while (rest > 1) {
    const radix = rest % 4 === 0 ? 4 : rest % 2 === 0 ? 2 : 3
    const step = radix === 4 ? stepOfFour : radix === 2 ? stepOfTwo : stepOfThree
    rest /= radix
    for (let j = 0; j < rest; j++) {
      const angle = (direction * 2 * Math.PI * j) / (rest * radix)
      step(from, to, stride, j * stride, rest * stride, radix * j * stride, angle, direction)
    }
    stride *= radix
    ;[from, to] = [to, from]
  }
  return from
}

/** One step on `length` numbers: reads at `source`, `source + gap` …, writes at `target`, `target + length` … */
type Step = (
  from: ComplexTable,
  to: ComplexTable,
  length: number,
  source: number,
  gap: number,
  target: number,
  angle: number,
  direction: number,
) => void

const stepOfTwo: Step = ({ re, im }, { re: outRe, im: outIm }, length, source, gap, target, angle) => {
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  for (let q = 0; q < length; q++) {
    const a = source + q
    const o = target + q
    const ar = re[a]!
    const ai = im[a]!
    const br = re[a + gap]!
    const bi = im[a + gap]!
    outRe[o] = ar + br
    outIm[o] = ai + bi
    outRe[o + length] = (ar - br) * c - (ai - bi) * s
    outIm[o + length] = (ar - br) * s + (ai - bi) * c
  }
}

const stepOfThree: Step = ({ re, im }, { re: outRe, im: outIm }, length, source, gap, target, angle, direction) => {
  const c1 = Math.cos(angle)
  const s1 = Math.sin(angle)
  const c2 = Math.cos(2 * angle)
  const s2 = Math.sin(2 * angle)
  const turn = direction * Math.sqrt(0.75)
  for (let q = 0; q < length; q++) {
    const a = source + q
    const b = a + gap
    const c = b + gap
    const o = target + q
    const sumRe = re[b]! + re[c]!
    const sumIm = im[b]! + im[c]!
    const turnRe = turn * (re[b]! - re[c]!)
    const turnIm = turn * (im[b]! - im[c]!)
    const midRe = re[a]! - 0.5 * sumRe
    const midIm = im[a]! - 0.5 * sumIm
    outRe[o] = re[a]! + sumRe
    outIm[o] = im[a]! + sumIm
    outRe[o + length] = (midRe - turnIm) * c1 - (midIm + turnRe) * s1
    outIm[o + length] = (midRe - turnIm) * s1 + (midIm + turnRe) * c1
    outRe[o + 2 * length] = (midRe + turnIm) * c2 - (midIm - turnRe) * s2
    outIm[o + 2 * length] = (midRe + turnIm) * s2 + (midIm - turnRe) * c2
  }
}

const stepOfFour: Step = ({ re, im }, { re: outRe, im: outIm }, length, source, gap, target, angle, direction) => {
  const c1 = Math.cos(angle)
  const s1 = Math.sin(angle)
  const c2 = Math.cos(2 * angle)
  const s2 = Math.sin(2 * angle)
  const c3 = Math.cos(3 * angle)
  const s3 = Math.sin(3 * angle)
  for (let q = 0; q < length; q++) {
    const a = source + q
    const b = a + gap
    const c = b + gap
    const d = c + gap
    const o = target + q
    const evenRe = re[a]! + re[c]!
    const evenIm = im[a]! + im[c]!
    const oddRe = re[b]! + re[d]!
    const oddIm = im[b]! + im[d]!
    const midRe = re[a]! - re[c]!
    const midIm = im[a]! - im[c]!
    const turnRe = direction * (re[b]! - re[d]!)
    const turnIm = direction * (im[b]! - im[d]!)
    outRe[o] = evenRe + oddRe
    outIm[o] = evenIm + oddIm
    outRe[o + length] = (midRe - turnIm) * c1 - (midIm + turnRe) * s1
    outIm[o + length] = (midRe - turnIm) * s1 + (midIm + turnRe) * c1
    outRe[o + 2 * length] = (evenRe - oddRe) * c2 - (evenIm - oddIm) * s2
    outIm[o + 2 * length] = (evenRe - oddRe) * s2 + (evenIm - oddIm) * c2
    outRe[o + 3 * length] = (midRe + turnIm) * c3 - (midIm - turnRe) * s3
    outIm[o + 3 * length] = (midRe + turnIm) * s3 + (midIm - turnRe) * c3
  }
}

/** Rows become columns, in squares that stay in the processor's nearest memory. */
export function transposed(from: Float64Array, to: Float64Array, height: number, width: number): void {
  const side = 16
  for (let top = 0; top < height; top += side)
    for (let left = 0; left < width; left += side)
      for (let row = top; row < Math.min(height, top + side); row++)
        for (let column = left; column < Math.min(width, left + side); column++)
          to[column * height + row] = from[row * width + column]!
}
