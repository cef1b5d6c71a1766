import type { Drawing, DrawingTable, DrawingWords } from '../drawing.ts'
import { type FrameBody, frame, SYNTHETIC_NOTE } from './frame.ts'

/** The drawing in its frame, with its description and table; each says *synthetic* when the data are. */
export function finish(words: DrawingWords, body: FrameBody, table: DrawingTable): Drawing {
  if (!words.synthetic) return { svg: frame(words, body), description: body.description, table }
  const description = `${body.description} ${SYNTHETIC_NOTE}`
  return {
    svg: frame(words, { ...body, description }),
    description,
    table: { ...table, caption: `${table.caption} (synthetic)` },
  }
}
