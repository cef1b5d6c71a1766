import { shown } from '../check-inputs.ts'

/** Milliseconds of a clock on the wall, counted as if it never changed: 1970-01-01T00:00 on that clock is 0. */
export type LocalTime = number

const WRITTEN = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?$/

/** A time as records write it; years outside 1900 to 2100 are taken for mistypings. */
export function localTime(text: string, name: string): LocalTime {
  if (typeof text !== 'string')
    throw new TypeError(`${name} is ${shown(text)}: give a local time such as 2022-03-01T22:00.`)
  const parts = WRITTEN.exec(text)
  if (!parts)
    throw new RangeError(
      `${name} is "${text}": give a local time such as 2022-03-01T22:00, without a time zone or offset.`,
    )
  const [year, month, day, hour, minute, second] = parts.slice(1).map((part) => Number(part ?? 0))
  const time = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!)
  const back = new Date(time)
  if (back.getUTCMonth() !== month! - 1 || back.getUTCDate() !== day || hour! > 23 || minute! > 59 || second! > 59)
    throw new RangeError(`${name} is "${text}": give a day and time that are in the calendar.`)
  if (year! < 1900 || year! > 2100) throw new RangeError(`${name} is "${text}": give a year from 1900 to 2100.`)
  return time
}
