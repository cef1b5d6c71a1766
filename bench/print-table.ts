/** Begins as a number does: 0.27, +0.206, < 0.1. */
const NUMBER = /^[+−<]? ?\d/

/** Rows as a table in Markdown, to be carried into a page as it is: columns of numbers to the right. */
export function printTable(rows: readonly Record<string, unknown>[]): void {
  const heads = Object.keys(rows[0] ?? {})
  const line = (cells: readonly unknown[]) => `| ${cells.map((cell) => (cell === true ? 'yes' : cell)).join(' | ')} |`
  const rule = heads.map((head) => (rows.some((row) => NUMBER.test(String(row[head]))) ? '---:' : '---'))
  console.log([line(heads), line(rule), ...rows.map((row) => line(Object.values(row)))].join('\n'))
}
