/**
 * How much of a simplex lies where a linear form is above 0: the exact chance that one candidate beats another when every
 * mixture of the corners is as likely as any other. `differences` are the form's values at the corners. By Varsi's
 * recursion, which only adds and multiplies positive numbers and so keeps its digits.
 *
 * @see Varsi G (1973). The multidimensional content of the frustum of the simplex. Pacific Journal of Mathematics 46: 303–314. doi:10.2140/pjm.1973.46.303
 */
export function shareAboveZero(differences: ArrayLike<number>): number {
  const below = new Float64Array(differences.length + 1)
  below[0] = 1
  let above = 0
  const notBelow = new Float64Array(differences.length)
  for (let i = 0; i < differences.length; i++) if (differences[i]! >= 0) notBelow[above++] = differences[i]!
  for (let i = 0; i < differences.length; i++) {
    const x = differences[i]!
    if (x < 0)
      for (let k = 1; k <= above; k++)
        below[k] = (notBelow[k - 1]! * below[k]! - x * below[k - 1]!) / (notBelow[k - 1]! - x)
  }
  return 1 - below[above]!
}
