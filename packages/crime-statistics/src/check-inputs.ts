/** The refusals of this library. Each names the argument, says what was found and what to give instead. */

/** A value as a refusal names it: short, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (typeof value === 'function') return 'a function'
  if (typeof value !== 'object' || value === null) return String(value)
  return isList(value) ? `a list of ${value.length}` : 'an object'
}

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value)

function requireNumber(value: unknown, name: string): asserts value is number {
  if (typeof value !== 'number') throw new TypeError(`${name} is ${shown(value)}: give a number.`)
}

/** A count of events: whole, 0 or more, and small enough to be held exactly (up to 2^53 − 1). */
export function requireCount(value: number, name: string): void {
  requireNumber(value, name)
  if (!Number.isSafeInteger(value) || value < 0)
    throw new RangeError(`${name} is ${value}: give a whole number of events, 0 or more (at most 2^53 − 1).`)
}

/** A population, a number of days or another exposure: finite and above 0. */
export function requirePositive(value: number, name: string): void {
  requireNumber(value, name)
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} is ${value}: give a finite number above 0.`)
}

/** A number of events to be expected: above 0, and no larger than a count can be. */
export function requireMean(value: number, name: string): void {
  requirePositive(value, name)
  if (value > Number.MAX_SAFE_INTEGER) throw new RangeError(`${name} is ${value}: give at most 2^53 − 1 events.`)
}

/** Two exposures in one unit. Days against residents, or one of them mistyped, are told by their size. */
export function requireExposures(a: number, nameA: string, b: number, nameB: string): void {
  requirePositive(a, nameA)
  requirePositive(b, nameB)
  const ratio = a / b
  if (!(ratio > 1e-9 && ratio < 1e9) || a + b === Infinity)
    throw new RangeError(
      `${nameA} is ${a} and ${nameB} is ${b}: give both in the same unit, less than 10^9 times apart.`,
    )
}

export function requireNotNegative(value: number, name: string): void {
  requireNumber(value, name)
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} is ${value}: give a finite number, 0 or more.`)
}

export function requireFinite(value: number, name: string): void {
  requireNumber(value, name)
  if (!Number.isFinite(value)) throw new RangeError(`${name} is ${value}: give a finite number.`)
}

/** A confidence level such as 0.95, or another proportion that is neither 0 nor 1. */
export function requireLevel(value: number, name = 'level', example = 0.95): void {
  requireNumber(value, name)
  if (!(value > 0 && value < 1)) throw new RangeError(`${name} is ${value}: give a proportion such as ${example}.`)
}

/** A probability, 0 and 1 included. */
export function requireProbability(value: number, name: string): void {
  requireNumber(value, name)
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} is ${value}: give a probability, 0 to 1.`)
}

/** A proportion, 0 and 1 included: not per cent. */
export function requireProportion(value: number, name: string): void {
  requireNumber(value, name)
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${name} is ${value}: give a proportion from 0 to 1, such as 0.05 for 5 %.`)
}

/** Options of known names only: where a number is to be kept from print a misspelt one must not pass unseen. */
export function requireKnown(options: object, known: readonly string[]): void {
  requireObject(options, 'options', `{ ${known[0]}: 5 }`)
  const stranger = Object.keys(options).find((name) => !known.includes(name))
  if (stranger !== undefined)
    throw new TypeError(
      `options has ${JSON.stringify(stranger)}, which is no option: give ${known.join(', ')} or none.`,
    )
}

/** An array or typed array. */
export function requireList(value: unknown, name: string): asserts value is ArrayLike<unknown> {
  if (!isList(value)) throw new TypeError(`${name} is ${shown(value)}: give an array.`)
}

/** A group of named values, such as options; `example` shows one. */
export function requireObject(value: unknown, name: string, example = '{ level: 0.95 }'): asserts value is object {
  if (typeof value !== 'object' || value === null || isList(value))
    throw new TypeError(`${name} is ${shown(value)}: give an object such as ${example}.`)
}

/** A function; `example` shows one. */
export function requireFunction(value: unknown, name: string, example: string): void {
  if (typeof value !== 'function')
    throw new TypeError(`${name} is ${shown(value)}: give a function such as ${example}.`)
}

/** A source of chance. */
export const requireRandom = (random: unknown) => requireFunction(random, 'random', 'seededRandom(1)')

/** A name or other text that is printed or looked up. */
export function requireText(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`${name} is ${shown(value)}: give text.`)
}

/** One of a few words, such as the name of a method. */
export function requireChoice(value: unknown, name: string, choices: readonly string[]): void {
  if (typeof value === 'string' && choices.includes(value)) return
  const quoted = choices.map((choice) => JSON.stringify(choice))
  throw new RangeError(`${name} is ${shown(value)}: give ${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}.`)
}

/** A yes or no. */
export function requireYesOrNo(value: unknown, name: string): asserts value is boolean {
  if (typeof value !== 'boolean') throw new TypeError(`${name} is ${shown(value)}: give true or false.`)
}

/** Two lists that belong together item by item; `each` says what an item is. */
export function requireSameLength(length: number, name: string, expected: number, as: string, each = 'month'): void {
  if (length !== expected)
    throw new RangeError(`${name} has ${length} values and ${as} has ${expected}: give one of each for every ${each}.`)
}

/** A whole number of either sign that is held exactly. */
export function requireSafeInteger(value: number, name: string): void {
  requireNumber(value, name)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${name} is ${value}: give a whole number.`)
}

/** A whole number of at least `least` and, where given, at most `most`: bins, iterations, places in a list. */
export function requireWholeFrom(value: number, name: string, least: number, most = Number.MAX_SAFE_INTEGER): void {
  requireNumber(value, name)
  if (!Number.isSafeInteger(value) || value < least || value > most) {
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
    throw new RangeError(`${name} is ${value}: give a whole number, ${range}.`)
  }
}

/** A copy of a list of finite numbers, so that the caller's own is never changed. */
export function finiteNumbers(values: ArrayLike<number>, name: string): Float64Array<ArrayBuffer> {
  requireList(values, name)
  const copy = new Float64Array(values.length)
  for (let i = 0; i < copy.length; i++) {
    const value = values[i] as number
    if (typeof value !== 'number' || !Number.isFinite(value)) requireFinite(value, `${name}[${i}]`)
    copy[i] = value
  }
  return copy
}

/** A copy of a list of counts: whole numbers, 0 or more. */
export function wholeCounts(values: ArrayLike<number>, name: string): Float64Array<ArrayBuffer> {
  requireList(values, name)
  const copy = new Float64Array(values.length)
  for (let i = 0; i < copy.length; i++) {
    const value = values[i] as number
    if (!Number.isSafeInteger(value) || value < 0) requireCount(value, `${name}[${i}]`)
    copy[i] = value
  }
  return copy
}

/** Beyond this a square, or a sum of them, may be too large for a number. */
const MOST_SQUARABLE = 1e150

/** A copy of a list of numbers whose squares can be summed. */
export function squarableNumbers(values: ArrayLike<number>, name: string): Float64Array<ArrayBuffer> {
  const copy = finiteNumbers(values, name)
  for (let i = 0; i < copy.length; i++)
    if (Math.abs(copy[i]!) > MOST_SQUARABLE)
      throw new RangeError(`${name}[${i}] is ${copy[i]}: give a value within ±${MOST_SQUARABLE}.`)
  return copy
}
