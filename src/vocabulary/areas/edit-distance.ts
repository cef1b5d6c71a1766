/** Letters to insert, remove or change to turn one text into the other (Levenshtein 1966). */
export function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(substitution, previous[j]! + 1, row[j - 1]! + 1)
    }
    previous = row
  }
  return previous[b.length]!
}
