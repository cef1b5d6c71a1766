import { type ComplexTable, transformColumns, transposed } from './fourier.ts'
import type { SpreadEvents } from './spread-events.ts'

/** Smooths the cells in place of their Fourier transform; `kernelAt(columns, rows)` is the kernel's height so far away. */
export function smoothCells(
  { re, im, width, height }: SpreadEvents,
  kernelAt: (columns: number, rows: number) => number,
  reachColumns: number,
  reachRows: number,
): ComplexTable {
  const kernel = emptyTable(width, height)
  for (let row = -reachRows; row <= reachRows; row++)
    for (let column = -reachColumns; column <= reachColumns; column++) {
      const cell = ((row + height) % height) * width + ((column + width) % width)
      kernel.re[cell] = kernelAt(column, row)
    }
  const spare = emptyTable(width, height)
  const kernelWaves = toWaves(kernel, spare, width, height)
  const free = kernelWaves === spare ? kernel : spare
  const waves = toWaves({ re, im }, free, width, height)
  const across = sharpening(width)
  const along = sharpening(height)
  for (let column = 0; column < width; column++) {
    const factor = across[column]! / (width * height)
    for (let row = 0; row < height; row++) {
      const at = column * height + row
      const weight = kernelWaves.re[at]! * factor * along[row]! // the kernel is symmetric: its transform has no other part
      waves.re[at]! *= weight
      waves.im[at]! *= weight
    }
  }
  return fromWaves(waves, kernelWaves, width, height)
}

const emptyTable = (width: number, height: number): ComplexTable => ({
  re: new Float64Array(width * height),
  im: new Float64Array(width * height),
})

/** Forward along both axes; the answer has a row for each column of the table. */
function toWaves(table: ComplexTable, spare: ComplexTable, width: number, height: number): ComplexTable {
  const down = transformColumns(table, spare, height, width, -1)
  const turned = turn(down, down === table ? spare : table, height, width)
  return transformColumns(turned, down, width, height, -1)
}

function fromWaves(waves: ComplexTable, spare: ComplexTable, width: number, height: number): ComplexTable {
  const across = transformColumns(waves, spare, width, height, 1)
  const turned = turn(across, across === waves ? spare : waves, width, height)
  return transformColumns(turned, across, height, width, 1)
}

function turn(from: ComplexTable, to: ComplexTable, height: number, width: number): ComplexTable {
  transposed(from.re, to.re, height, width)
  transposed(from.im, to.im, height, width)
  return to
}

/** Undoes the widening of the quadratic spline that events were shared out by: its transform is sinc³. */
function sharpening(length: number): Float64Array {
  return Float64Array.from({ length }, (_, wave) => {
    const half = (Math.PI * (wave <= length / 2 ? wave : length - wave)) / length
    return half === 0 ? 1 : (half / Math.sin(half)) ** 3
  })
}
