import * as library from '../src/index.ts'
import { workedExamples } from './examples.ts'

export interface RecordedCall {
  name: string
  args: unknown[]
  /** what the function answered */
  answer: unknown
  /** whether an argument was changed by the call */
  changed: boolean
}

type Callable = (...args: unknown[]) => unknown

/** The library's functions by name. */
export const functions = Object.fromEntries(
  Object.entries(library).filter(([, value]) => typeof value === 'function'),
) as Record<string, Callable>

/** Every call of a public function that the worked examples make: valid arguments for each, ready to be spoiled. */
export function recordCalls(): RecordedCall[] {
  const calls: RecordedCall[] = []
  const watched = Object.entries(functions).map(([name, call]) => [
    name,
    (...args: unknown[]) => {
      const before = args.map(copy)
      const answer = call(...args)
      calls.push({ name, args: before, answer, changed: !same(before, args) })
      return answer
    },
  ])
  const names = { ...library, ...Object.fromEntries(watched) } as Record<string, unknown>
  for (const { expression } of workedExamples())
    try {
      new Function(...Object.keys(names), `return (${expression})`)(...Object.values(names))
    } catch {
      // an example that does not run fails where examples are tested
    }
  return calls
}

/** A deep copy; functions and marks of kind (symbols) are kept as they are. */
export function copy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (ArrayBuffer.isView(value)) return (value as unknown as Float64Array).slice() as unknown as T
  if (Array.isArray(value)) return value.map(copy) as T
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [copy(key), copy(one)])) as T
  if (value instanceof Set || value instanceof Date) return structuredClone(value)
  const made = Object.create(Object.getPrototypeOf(value)) as Record<PropertyKey, unknown>
  for (const key of Reflect.ownKeys(value)) made[key] = copy((value as Record<PropertyKey, unknown>)[key])
  return made as T
}

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Map && b instanceof Map) return same([...a], [...b])
  const keys = Reflect.ownKeys(a)
  return (
    keys.length === Reflect.ownKeys(b).length &&
    keys.every((key) => same((a as Record<PropertyKey, unknown>)[key], (b as Record<PropertyKey, unknown>)[key]))
  )
}

/** A value inside another, or that other itself. */
export interface Place {
  value: unknown
  path: PropertyKey[]
  /** what holds it; undefined for the value itself */
  within?: object
}

/** The value and all that it holds, at most three of each list. */
export function placesIn(value: unknown, path: PropertyKey[] = [], within?: object): Place[] {
  const here: Place = within ? { value, path, within } : { value, path }
  if (typeof value !== 'object' || value === null || value instanceof Map) return [here]
  const keys = Object.keys(value)
  const some = isList(value) ? keys.slice(0, 3) : keys
  return [here, ...some.flatMap((key) => placesIn((value as Record<string, unknown>)[key], [...path, key], value))]
}

export const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value)

/** A copy of the value with something else at a path. */
export function spoil(value: unknown, path: PropertyKey[], other: unknown): unknown {
  if (path.length === 0) return other
  const spoilt = copy(value) as Record<PropertyKey, unknown>
  const [first, ...rest] = path
  spoilt[first!] = spoil(spoilt[first!], rest, other)
  return spoilt
}

/** Where a value holds a number that is not one. */
export function notNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isNaN(value) ? [path || 'itself'] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => notNumbers(one, `${path}.${key}`))
}
