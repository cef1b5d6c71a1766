import { requireDistrict } from '../../vocabulary/areas/index.ts'
import { TYPES } from '../../vocabulary/offence.ts'
import { isMonth, type Month } from '../../vocabulary/period/month.ts'
import { Refusal } from '../../vocabulary/refusal.ts'

/** What counts can be cut by. The first two are times: at most one of them at once. */
export const DIMENSIONS = [
  'month',
  'year-ending',
  'type',
  'group',
  'lsoa',
  'ward',
  'district',
  'outcome',
  'feed',
  'publisher',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Says "no location" where an area code would stand. */
export const NO_LOCATION = 'none'

export interface CountRequest {
  by: Dimension[]
  /** allowed values by dimension: any of them, and every dimension */
  where: Map<Dimension, string[]>
  from?: Month
  to?: Month
}

const isDimension = (name: string): name is Dimension => (DIMENSIONS as readonly string[]).includes(name)
const isTime = (dimension: Dimension) => dimension === 'month' || dimension === 'year-ending'

function dimensionOf(name: string): Dimension {
  if (isDimension(name)) return name
  throw new Refusal(`"${name}" is not something counts can be cut by: choose from ${DIMENSIONS.join(', ')}.`)
}

function monthOf(option: string, text: string | undefined): Month | undefined {
  if (text === undefined || isMonth(text)) return text
  throw new Refusal(`--${option} is "${text}": expected a month as YYYY-MM, such as 2025-01.`)
}

/** Makes a request of what somebody typed. @throws Refusal that says what was expected */
export function countRequest(by: string, where: string[] = [], from?: string, to?: string): CountRequest {
  const dimensions = by
    .split(',')
    .filter(Boolean)
    .map((name) => dimensionOf(name.trim()))
  if (dimensions.length === 0) throw new Refusal(`--by is empty: name at least one of ${DIMENSIONS.join(', ')}.`)
  const repeated = dimensions.find((dimension, i) => dimensions.indexOf(dimension) !== i)
  if (repeated) throw new Refusal(`--by names ${repeated} twice: name each once.`)
  if (dimensions.filter(isTime).length > 1)
    throw new Refusal('--by holds both month and year-ending: they overlap, so ask for one of them.')
  const wanted = new Map<Dimension, string[]>()
  for (const condition of where) {
    const [name, ...rest] = condition.split('=')
    const value = rest.join('=')
    if (!value) throw new Refusal(`--where is "${condition}": expected KEY=VALUE, such as district=E07000107.`)
    const dimension = dimensionOf(name!.trim())
    checkValue(dimension, value)
    wanted.set(dimension, [...(wanted.get(dimension) ?? []), value])
  }
  if (wanted.has('year-ending')) throw new Refusal('--where year-ending=… is not a filter: use --from and --to.')
  const request = { by: dimensions, where: wanted, from: monthOf('from', from), to: monthOf('to', to) }
  if (request.from && request.to && request.from > request.to)
    throw new Refusal(`--from ${request.from} is after --to ${request.to}: swap them.`)
  return request
}

function checkValue(dimension: Dimension, value: string): void {
  const say = (expected: string) => {
    throw new Refusal(`--where ${dimension}="${value}": expected ${expected}.`)
  }
  if (dimension === 'district' && value !== NO_LOCATION) requireDistrict(value)
  if (dimension === 'lsoa' && value !== NO_LOCATION && !/^[A-Z0-9]{8,9}$/.test(value))
    say('an LSOA code such as E01024132')
  if (dimension === 'ward' && value !== NO_LOCATION && value !== 'not known' && !/^[EW]05\d{6}$/.test(value))
    say('a ward code such as E05012392')
  if (dimension === 'month' && !isMonth(value)) say('a month as YYYY-MM')
  if (dimension === 'group' && value !== 'crime' && value !== 'asb') say('crime or asb')
  if (dimension === 'type' && !TYPES.includes(value) && !isUnusual(value))
    say(`a type by its published name: ${TYPES.join(', ')}`)
}

/** Types outside the list can stand in old or new files; only what is nearly one of the list is taken for a slip. */
const isUnusual = (value: string) =>
  !TYPES.some(
    (type) =>
      type.toLowerCase() === value.toLowerCase() || type.toLowerCase().replace(/[^a-z]+/g, '-') === value.toLowerCase(),
  )
