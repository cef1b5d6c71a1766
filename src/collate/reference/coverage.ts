import { createHash } from 'node:crypto'
import { districts } from '../../vocabulary/areas/index.ts'
import type { Coverage } from './prepared-reference.ts'

const nationOf = (code: string) => (code.startsWith('W') ? 'Wales' : 'England')
const districtsIn = (nation: string) => districts.filter((district) => district.nation === nation).length

/** Published numbers of LSOAs, 2011 then 2021 (ONS): how a file of LSOA codes alone shows that it is whole. */
const LSOAS: Record<string, number[]> = { England: [32_844, 33_755], Wales: [1_909, 1_917] }

/** The nations of which the codes are all there, and nothing else. */
function wholeNations(
  codes: readonly string[],
  isWhole: (nation: string, count: number) => boolean,
): Coverage | undefined {
  const counts = Map.groupBy(codes, nationOf)
  const nations = [...counts].map(([nation, found]) => ({ nation, whole: isWhole(nation, found.length) }))
  if (nations.length === 0 || nations.some(({ whole }) => !whole)) return undefined
  return nations.length === 2 ? 'England and Wales' : (nations[0]!.nation as Coverage)
}

/** Coverage by present district codes. */
export const coverageOfDistricts = (codes: readonly string[]): Coverage =>
  wholeNations(codes, (nation, count) => count >= districtsIn(nation)) ?? [...codes].sort()

/** Coverage by LSOA codes, where the file says nothing else. */
export const coverageOfLsoas = (codes: readonly string[]): Coverage =>
  wholeNations(codes, (nation, count) => LSOAS[nation]!.includes(count)) ?? [...codes].sort()

/** A coverage short enough for a key: a long list of codes becomes its hash. */
export const coverageKey = (covers: Coverage) =>
  typeof covers === 'string'
    ? covers
    : covers.length <= 5
      ? covers.join('+')
      : `${covers.length} areas ${createHash('sha256').update(covers.join(',')).digest('hex').slice(0, 12)}`
