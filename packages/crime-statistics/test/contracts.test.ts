import { describe, expect, it } from 'vitest'
import { copy, functions, notNumbers, numberPaths, type RecordedCall, recordCalls, spoil } from './recorded-calls.ts'

const calls = recordCalls()

/** What the engine says of a fault in our own code: never what a refusal says. */
const ENGINE_WORDS =
  /Cannot (read|set|convert|destructure|mix)|is not (a function|iterable|defined|a constructor)|Invalid (array|typed array) length|Maximum call stack|out of bounds|Reduce of empty|Spread syntax|BigInt/

/** Calls a function and says what is wrong with how it took a bad argument; nothing where it took it well. */
async function faultOf(name: string, args: unknown[]): Promise<string | undefined> {
  let answer: unknown
  try {
    answer = await functions[name]!(...args)
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) return `threw ${error}`
    return ENGINE_WORDS.test(error.message) ? `threw the engine's own ${error}` : undefined
  }
  const places = notNumbers(answer)
  return places.length > 0 ? `answered NaN at ${places.slice(0, 3).join(', ')}` : undefined
}

async function faultsOf(spoilt: (call: RecordedCall) => { what: string; args: unknown[] }[]): Promise<string[]> {
  const faults = new Set<string>()
  for (const call of calls)
    for (const { what, args } of spoilt(call)) {
      const fault = await faultOf(call.name, args)
      if (fault) faults.add(`${call.name}, ${what}: ${fault}`)
    }
  return [...faults]
}

describe('every public function, on the arguments of the worked examples', () => {
  it('leaves its arguments as they were', () => {
    expect(calls.filter(({ changed }) => changed).map(({ name }) => name)).toEqual([])
  })

  it('gives the same answer twice, unless chance is an argument', () => {
    const different = calls.filter(({ name, args, answer }) => {
      if (args.some(hasFunction) || typeof answer === 'function' || answer instanceof Promise) return false
      return JSON.stringify(functions[name]!(...copy(args))) !== JSON.stringify(answer)
    })
    expect(different.map(({ name }) => name)).toEqual([])
  })

  it('answers without NaN', () => {
    expect(calls.filter(({ answer }) => notNumbers(answer).length > 0).map(({ name }) => name)).toEqual([])
  })

  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
    it(`refuses ${bad} in the place of any number in one clear line, or answers without NaN`, async () => {
      const faults = await faultsOf(({ args }) =>
        args.flatMap((arg, i) =>
          numberPaths(arg).map((path) => ({
            what: `${bad} for argument ${i + 1}${path.map((key) => `.${String(key)}`).join('')}`,
            args: args.with(i, spoil(arg, path, bad)),
          })),
        ),
      )
      expect(faults).toEqual([])
    })

  for (const [what, bad] of [
    ['null', null],
    ['text', 'text'],
    ['an empty object', {}],
    ['an empty list', []],
    ['nothing', undefined],
    ['true', true],
  ] as const)
    it(`refuses ${what} in the place of any argument in one clear line, or answers without NaN`, async () => {
      const faults = await faultsOf(({ args }) =>
        args.map((_, i) => ({ what: `${what} for argument ${i + 1}`, args: args.with(i, bad) })),
      )
      expect(faults).toEqual([])
    })
})

const hasFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && Object.values(value).some(hasFunction))
