import { extname } from 'node:path'
import type { Manifest } from '../editions/edition.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.pdf': 'application/pdf',
}

/** The media type of a published file; anything unknown is offered for download. */
export const typeOf = (path: string) => TYPES[extname(path)] ?? 'application/octet-stream'

/** The file an address means: `/` is index.html, `/figures` is figures.html, `/figures.csv` is itself. */
export function fileOf({ files }: Manifest, address: string) {
  const path = address.replace(/^\/|\/$/g, '') || 'index.html'
  return files.find((file) => file.path === path) ?? files.find((file) => file.path === `${path}.html`)
}
