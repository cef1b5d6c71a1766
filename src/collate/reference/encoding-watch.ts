import { isUtf8 } from 'node:buffer'

/**
 * Watches chunks of text go by and says at the end whether they were UTF-8. What is not is read as the Windows
 * character set, in which spreadsheets still save CSV.
 */
export function encodingWatch() {
  let utf8 = true
  let carried: Buffer = Buffer.alloc(0)
  return {
    see(chunk: Buffer) {
      if (!utf8) return
      const text = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
      const whole = wholeCharacters(text)
      utf8 = isUtf8(text.subarray(0, whole))
      carried = Buffer.from(text.subarray(whole))
    },
    encoding: (): 'utf-8' | 'latin-1' => (utf8 && carried.length === 0 ? 'utf-8' : 'latin-1'),
  }
}

/** Bytes up to the last whole UTF-8 character: a chunk may end inside one. */
function wholeCharacters(text: Buffer): number {
  for (let back = 1; back <= Math.min(3, text.length); back++) {
    const byte = text[text.length - back]!
    if (byte < 0x80) break
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? text.length - back : text.length
  }
  return text.length
}
