/** For each place of a lattice the sum over it and the up to eight places around it: up and down first, then across. */
export function threeByThreeSums(values: Float64Array, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(values.length)
  const upright = new Float64Array(columns + 2) // an empty place at either end
  for (let row = 0; row < rows; row++) {
    const at = row * columns
    for (let column = 0; column < columns; column++) {
      const place = at + column
      let sum = values[place]!
      if (row > 0) sum += values[place - columns]!
      if (row < rows - 1) sum += values[place + columns]!
      upright[column + 1] = sum
    }
    for (let column = 0; column < columns; column++)
      sums[at + column] = upright[column]! + upright[column + 1]! + upright[column + 2]!
  }
  return sums
}
