import { publisherOfForceName } from '../../vocabulary/areas/index.ts'
import { isMonth } from '../../vocabulary/period/month.ts'

/** What the name of a file says of it. */
export type FileKind = { kind: 'street'; publisher: string } | { kind: 'extract' }

/**
 * The police publish a whole force's month as `2025-01-kent-street.csv`; copies may carry more words before `.csv`.
 * Any other name may be a part of a force, so it is an extract: a whole-force file of the same month goes before it,
 * and their rows are never added together.
 */
export function kindOfFileName(name: string): FileKind {
  const match = /^(\d{4}-\d{2})-(.+)-street(\..*)?\.csv$/i.exec(name)
  return match && isMonth(match[1]!) ? { kind: 'street', publisher: match[2]!.toLowerCase() } : { kind: 'extract' }
}

/** The publisher's short name for a force, from the text of *Falls within*: `Kent Police` → `kent`. */
export const publisherOfForce = (fallsWithin: string): string =>
  publisherOfForceName(fallsWithin) ??
  fallsWithin
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
