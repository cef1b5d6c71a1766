import { cholesky, solveCholesky } from '../models/cholesky.ts'

/**
 * The mixture of columns nearest to a target: weights of 0 or more that add up to 1 and make Σ(y − Xw)² least, exactly.
 * Wolfe's method for the nearest point of a polytope: it holds a set of columns, finds the nearest point of the flat
 * through them, steps back to where a weight would turn negative and drops that column, and takes in the column that
 * promises most until none does.
 *
 * @see Wolfe P (1976). Finding the nearest point in a polytope. Mathematical Programming 11: 128–149. doi:10.1007/BF01580381
 */
export function simplexLeastSquares(columns: readonly ArrayLike<number>[], target: ArrayLike<number>): Float64Array {
  const n = columns.length
  const gram = gramOfDifferences(columns, target)
  const scale = Math.max(Number.MIN_VALUE, ...Array.from({ length: n }, (_, j) => gram[j * n + j]!))
  const tolerance = 1e-12 * scale
  let held = [nearestAlone(gram, n)]
  let weights = [1]
  for (let round = 0; round < 100 * (n + 10); round++) {
    const slopes = Array.from({ length: n }, (_, j) =>
      held.reduce((sum, column, s) => sum + weights[s]! * gram[column * n + j]!, 0),
    )
    const length = held.reduce((sum, column, s) => sum + weights[s]! * slopes[column]!, 0)
    const best = slopes.reduce((least, slope, j) => (slope < slopes[least]! ? j : least), 0)
    if (slopes[best]! >= length - tolerance || held.includes(best)) break
    held = [...held, best]
    weights = [...weights, 0]
    for (;;) {
      const affine = nearestOfFlat(gram, n, held, scale)
      if (!affine) {
        held = held.slice(0, -1) // a column that is a mixture of those held adds nothing
        weights = weights.slice(0, -1)
        break
      }
      if (affine.every((weight) => weight > 1e-14)) {
        weights = affine
        break
      }
      const reach = affine.reduce(
        (least, weight, s) => (weight <= 1e-14 ? Math.min(least, weights[s]! / (weights[s]! - weight)) : least),
        1,
      )
      const stepped = weights.map((weight, s) => weight + reach * (affine[s]! - weight))
      const kept = stepped.flatMap((weight, s) => (weight > 1e-14 ? [s] : []))
      if (kept.length === held.length) kept.splice(stepped.indexOf(Math.min(...stepped)), 1)
      held = kept.map((s) => held[s]!)
      weights = kept.map((s) => stepped[s]!)
    }
  }
  const answer = new Float64Array(n)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  for (const [s, column] of held.entries()) answer[column] = weights[s]! / total
  return answer
}

/** Inner products of the columns less the target. */
function gramOfDifferences(columns: readonly ArrayLike<number>[], target: ArrayLike<number>): Float64Array {
  const n = columns.length
  const differences = columns.map((column) => Float64Array.from(target, (value, t) => column[t]! - value))
  const gram = new Float64Array(n * n)
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let t = 0; t < target.length; t++) sum += differences[i]![t]! * differences[j]![t]!
      gram[i * n + j] = sum
      gram[j * n + i] = sum
    }
  return gram
}

function nearestAlone(gram: Float64Array, n: number): number {
  let best = 0
  for (let j = 1; j < n; j++) if (gram[j * n + j]! < gram[best * n + best]!) best = j
  return best
}

/** Weights, of either sign, of the point nearest the target on the flat through the columns held: (G + 11ᵀ)u = 1. */
function nearestOfFlat(gram: Float64Array, n: number, held: readonly number[], scale: number): number[] | null {
  const size = held.length
  const matrix = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) matrix[i * size + j] = gram[held[i]! * n + held[j]!]! / scale + 1
  const lower = cholesky(matrix, size)
  if (!lower) return null
  const solution = solveCholesky(lower, size, new Float64Array(size).fill(1))
  const total = solution.reduce((sum, value) => sum + value, 0)
  return Array.from(solution, (value) => value / total)
}
