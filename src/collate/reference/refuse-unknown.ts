import { Refusal } from '../../vocabulary/refusal.ts'
import { downloadOf } from './downloads.ts'
import { LAYOUTS } from './layouts/all-layouts.ts'

const SHOWN = 20
const shortened = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** One line for a CSV in no layout: the columns found, the layouts read, and the download that gives each. */
export function refuseUnknown(label: string, header: readonly string[]): never {
  const found = header.slice(0, SHOWN).map(shortened).join(', ') + (header.length > SHOWN ? ', …' : '')
  const accepted = LAYOUTS.map(({ kind, needs }) => {
    const download = downloadOf(kind)
    return `${kind} (${needs}${download ? `: "${download.product}", ${download.site}` : ''})`
  }).join(' | ')
  const boundaries = downloadOf('boundaries')!
  throw new Refusal(
    `${label} is in no layout that is read. Columns found: ${found}. Accepted: ${accepted} | boundaries as GeoJSON ("${boundaries.product}", ${boundaries.site}).`,
  )
}
