type Cell = string | number | null

/**
 * Comma-separated text, RFC 4180, lines ended by CRLF. Text that a spreadsheet would run as a formula is led by an
 * apostrophe; numbers, negative ones too, stay numbers.
 */
export const csv = (rows: Cell[][]) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')

function cell(value: Cell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
