import { createReadStream } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

/** One row of a CSV file as it was typed: its fields, or why it has none that can be told apart. */
export interface CsvRecord {
  /** the line it begins on, counting from 1 whatever ends the lines: LF, CRLF or CR */
  line: number
  fields: string[]
  /** why it cannot be read as fields */
  problem?: 'quotation mark not closed' | 'text after a closing quotation mark'
}

interface Line {
  number: number
  text: string
  end: string
}

/** No row that keeps the rules is longer: where an open quotation mark leads further, it was never meant to be open. */
const LONGEST_RECORD = 4096

/**
 * The records of a plain CSV file after its header, a block at a time, blank lines passed over. Where a quotation mark is
 * opened and not closed, or closes only rows later, the line that opens it is the bad one and the lines after it are read for themselves.
 *
 * @param columns how many fields a row has: a line that holds that many by itself is a row by itself
 */
export async function* readRecords(path: string, columns: number): AsyncGenerator<CsvRecord[]> {
  let waiting: Line[] = []
  for await (const lines of linesOf(path)) {
    waiting.push(...lines)
    const { records, rest } = recordsIn(waiting, columns, false)
    waiting = rest
    yield records
  }
  yield recordsIn(waiting, columns, true).records
}

async function* linesOf(path: string): AsyncGenerator<Line[]> {
  const decoder = new StringDecoder('utf8')
  let carried = ''
  let number = 0
  const split = (text: string, last: boolean): Line[] => {
    const lines: Line[] = []
    let from = 0
    for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
      if (!last && end === '\r' && index === text.length - 1) break // its LF may be in the next block
      lines.push({ number: ++number, text: text.slice(from, index), end })
      from = index + end.length
    }
    carried = text.slice(from)
    return number === lines.length ? lines.slice(1) : lines // without the header
  }
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    yield split(carried + decoder.write(chunk), false)
  const lines = split(carried + decoder.end(), true)
  if (carried !== '' && number > 0) lines.push({ number: ++number, text: carried, end: '' })
  yield lines
}

function recordsIn(lines: Line[], columns: number, last: boolean): { records: CsvRecord[]; rest: Line[] } {
  const records: CsvRecord[] = []
  let at = 0
  while (at < lines.length) {
    const taken = recordAt(lines, at, columns, last)
    if (!taken) break // it goes on in lines that are not read yet
    if (taken.record) records.push(taken.record)
    at += taken.lines
  }
  return { records, rest: lines.slice(at) }
}

function recordAt(lines: Line[], at: number, columns: number, last: boolean): Taken | undefined {
  const first = lines[at]!
  if (first.text === '') return { lines: 1 }
  const alone = fieldsOf(first.text)
  const one = (record: Omit<CsvRecord, 'line'>, taken = 1): Taken => ({
    record: { line: first.number, ...record },
    lines: taken,
  })
  if (alone !== 'open') return one(alone)
  const notClosed = one({ fields: [], problem: 'quotation mark not closed' })
  let text = first.text + first.end
  for (let next = at + 1; text.length <= LONGEST_RECORD; next++) {
    const line = lines[next]
    if (!line) return last ? notClosed : undefined
    const itself = fieldsOf(line.text)
    if (itself !== 'open' && itself.fields.length === columns && balanced(line.text)) return notClosed
    text += line.text
    const whole = fieldsOf(text)
    if (whole !== 'open') return whole.problem || whole.fields.length > columns ? notClosed : one(whole, next - at + 1)
    text += line.end
  }
  return notClosed
}

/** Whether a line's quotation marks pair up: the line that closes a field opened above it has one too many, however it reads by itself. */
const balanced = (text: string) => (text.split('"').length - 1) % 2 === 0

interface Taken {
  record?: CsvRecord
  lines: number
}

/** The fields of a row's text; `open` when it ends inside quotation marks. */
function fieldsOf(text: string): Omit<CsvRecord, 'line'> | 'open' {
  if (!text.includes('"')) return { fields: text.split(',') }
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      let value = ''
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote < 0) return 'open'
        value += text.slice(from, quote)
        at = quote + 1
        if (text[at] !== '"') break
        value += '"'
        from = at + 1
      }
      fields.push(value)
      if (at < text.length && text[at] !== ',') return { fields, problem: 'text after a closing quotation mark' }
    } else {
      const comma = text.indexOf(',', at)
      fields.push(text.slice(at, comma < 0 ? undefined : comma))
      at = comma < 0 ? text.length : comma
    }
    if (at >= text.length) return { fields }
    at++
  }
}
