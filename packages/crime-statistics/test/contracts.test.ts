import { describe, expect, it } from 'vitest'
import { copy, functions, isList, notNumbers, type Place, placesIn, recordCalls, spoil } from './recorded-calls.ts'

const calls = recordCalls()

/** What the engine says of a fault in our own code: never what a refusal says. */
const ENGINE_WORDS =
  /Cannot (read|set|convert|destructure|mix)|is not (a function|iterable|defined|a constructor)|Invalid (array|typed array) length|Maximum call stack|out of bounds|Reduce of empty|Spread syntax|BigInt|Symbol|\[object /

/** Calls a function and says what is wrong with how it took a bad argument; nothing where it took it well, or refused it. */
async function faultOf(name: string, args: unknown[], refused: boolean): Promise<string | undefined> {
  let answer: unknown
  try {
    answer = await functions[name]!(...args)
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) return `threw ${error}`
    return ENGINE_WORDS.test(error.message) ? `threw the engine's own ${error}` : undefined
  }
  const places = notNumbers(answer)
  if (places.length > 0) return `answered NaN at ${places.slice(0, 3).join(', ')}`
  return refused ? 'took it' : undefined
}

interface SpoiledCall {
  name: string
  /** what was put where: a fault is named by it */
  what: string
  args: unknown[]
}

/** Every call with something else at one of the places that are chosen. */
const spoiled = (called: string, other: (value: unknown) => unknown, chosen: (place: Place) => boolean = () => true) =>
  calls.flatMap(({ name, args }) =>
    args.flatMap((arg, i) =>
      placesIn(arg)
        .filter(chosen)
        .map(({ path, value }): SpoiledCall => {
          const what = `${name}, ${called} for argument ${[i + 1, ...path].map(String).join('.')}`
          return { name, what, args: args.with(i, spoil(arg, path, other(value))) }
        }),
    ),
  )

const shown = (bad: unknown) => (typeof bad === 'number' ? String(bad) : (JSON.stringify(bad) ?? 'nothing'))

async function faultsOf(spoilt: readonly SpoiledCall[], refused = false): Promise<string[]> {
  const faults = new Set<string>()
  for (const { name, what, args } of spoilt) {
    const fault = await faultOf(name, args.map(copy), refused)
    if (fault) faults.add(`${what}: ${fault}`)
  }
  return [...faults]
}

const isNumber = ({ value }: Place) => typeof value === 'number'

/** A number that stands where text, true or a list would be kept as it is: not in a typed array, which makes numbers of them. */
const isPlainNumber = (place: Place) => isNumber(place) && !ArrayBuffer.isView(place.within)

/** Names that an analyst makes up; any other text is one of a few words. */
const MADE_UP = new Set<unknown>(['name', 'id', 'code', 'group', 'index', 'version', 'unit'])
const isWord = ({ value, path, within }: Place) =>
  typeof value === 'string' && !MADE_UP.has(path.at(-1)) && !isList(within)

/** Numbers that may as well be text, as names of categories and answers, or that a function does not read. */
const MAY_BE_TEXT =
  /^(cohensKappa|raoScottTest|weightedShares?(ByGroup)?|cellId), |^weightedShareInterval, .* 1\.designEffect|^exponentialSmoothingForecast, .* 1\.(candidates|first|fitted|residuals)/

const LISTS: Record<string, (list: ArrayLike<unknown>) => unknown[]> = {
  'a list of holes': (list) => new Array(list.length),
  'a list of text': (list) => Array.from(list, () => '5'),
  'a list of lists': (list) => Array.from(list, () => []),
  'a list one short': (list) => Array.from(list).slice(1),
  'a list one longer': (list) => [...Array.from(list), list[0]],
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

  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1])
    it(`refuses ${bad} in the place of any number in one clear line, or answers without NaN`, async () => {
      expect(await faultsOf(spoiled(shown(bad), () => bad, isNumber))).toEqual([])
    })

  for (const bad of [null, undefined, 'text', {}, [], true])
    it(`refuses ${shown(bad)} in the place of anything in one clear line, or answers without NaN`, async () => {
      expect(await faultsOf(spoiled(shown(bad), () => bad))).toEqual([])
    })

  for (const bad of [null, 'text', [], true, 0.5])
    it(`refuses ${shown(bad)} for what an example leaves out in one clear line, or answers without NaN`, async () => {
      const further = [[bad], [undefined, bad]].flatMap((more) =>
        calls.map(({ name, args }) => ({
          name,
          what: `${name}, ${args.length} and ${shown(more)}`,
          args: [...args, ...more],
        })),
      )
      expect(await faultsOf(further)).toEqual([])
    })

  for (const [called, other] of Object.entries(LISTS))
    it(`refuses ${called} in the place of any list in one clear line, or answers without NaN`, async () => {
      const spoilt = spoiled(
        called,
        (value) => other(value as ArrayLike<unknown>),
        ({ value }) => isList(value),
      )
      expect(await faultsOf(spoilt)).toEqual([])
    })

  for (const bad of ['5', true, [5]])
    it(`refuses ${shown(bad)} in the place of a number`, async () => {
      const faults = await faultsOf(
        spoiled(shown(bad), () => bad, isPlainNumber),
        true,
      )
      expect(faults.filter((fault) => !MAY_BE_TEXT.test(fault))).toEqual([])
    })

  it('refuses a word that it does not know', async () => {
    const faults = await faultsOf(
      spoiled('misspelt', () => 'misspelt', isWord),
      true,
    )
    expect(faults.filter((fault) => !MAY_BE_TEXT.test(fault))).toEqual([])
  })
})

const hasFunction = (value: unknown): boolean =>
  typeof value === 'function' ||
  (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && Object.values(value).some(hasFunction))
