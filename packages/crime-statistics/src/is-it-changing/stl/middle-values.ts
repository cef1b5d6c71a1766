/**
 * The sum of the two middle values of a list, as the authors' program and R pick them; the list is left in disorder.
 *
 * With an odd number of values this is twice the median. With an even number the program sorts only as far as it takes
 * to place the two middle ones (Singleton's quicksort, CACM algorithm 347), but asks for them in falling order where
 * rising order is needed. Where a split falls between the two, the upper one is then not put in its place, and a value
 * a few ranks higher is taken for it. A tenth or so of the robustness scale may hang on it, so that a true median would
 * not give R's parts; to be comparable the same splits are made here.
 */
export function sumOfMiddleValues(list: Float64Array): number {
  const upper = list.length >> 1
  const lower = (list.length - 1) >> 1
  placeMiddle(list, upper, lower)
  return list[upper]! + list[lower]!
}

/** From here on a part is split; shorter ones are sorted by insertion, unless they begin the list. */
const SHORT = 10

/** What is still to be sorted: places from–to, and which of the two wanted places, 0 and 1, are looked for in it. */
interface Part {
  from: number
  to: number
  firstWanted: number
  lastWanted: number
}

function placeMiddle(list: Float64Array, upper: number, lower: number): void {
  const later: Part[] = []
  let part: Part | undefined = { from: 0, to: list.length - 1, firstWanted: 0, lastWanted: 1 }
  while (part) {
    if (part.firstWanted > part.lastWanted) part = later.pop()
    else if (part.to - part.from > SHORT || (part.from === 0 && part.to > 0)) {
      const [endOfLow, startOfHigh]: [number, number] = split(list, part.from, part.to)
      const rest: Part = { ...part }
      later.push(rest)
      if (endOfLow - part.from <= part.to - startOfHigh) {
        rest.from = startOfHigh
        part.to = endOfLow
        while (part.lastWanted >= 0 && (part.lastWanted === 0 ? upper : lower) > endOfLow) part.lastWanted--
        if (part.firstWanted <= part.lastWanted) rest.firstWanted = part.lastWanted + 1
      } else {
        rest.to = endOfLow
        part.from = startOfHigh
        while (part.firstWanted <= 1 && (part.firstWanted === 0 ? upper : lower) < startOfHigh) part.firstWanted++
        if (part.firstWanted <= part.lastWanted) rest.lastWanted = part.firstWanted - 1
      }
    } else {
      if (part.from > 0) sortByInsertion(list, part.from, part.to)
      part = later.pop()
    }
  }
}

/** Splits by the median of the first, middle and last value. */
function split(list: Float64Array, from: number, to: number): [endOfLow: number, startOfHigh: number] {
  // places are counted from 1 where the middle is chosen, so that of two the lower one is taken as there
  const middle = ((from + to + 2) >> 1) - 1
  if (list[from]! > list[middle]!) swap(list, from, middle)
  if (list[to]! < list[middle]!) {
    swap(list, to, middle)
    if (list[from]! > list[middle]!) swap(list, from, middle)
  }
  const pivot = list[middle]!
  let low = from
  let high = to
  for (;;) {
    do high--
    while (list[high]! > pivot)
    do low++
    while (list[low]! < pivot)
    if (low > high) return [high, low]
    swap(list, low, high)
  }
}

function sortByInsertion(list: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i <= to; i++) {
    const value = list[i]!
    let hole = i
    for (; hole > from && list[hole - 1]! > value; hole--) list[hole] = list[hole - 1]!
    list[hole] = value
  }
}

function swap(list: Float64Array, a: number, b: number): void {
  const kept = list[a]!
  list[a] = list[b]!
  list[b] = kept
}
