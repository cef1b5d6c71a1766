/**
 * A rejected value in a form that is safe to write down: short numbers and dates as they are, since they say what is
 * wrong; of anything else only its shape, letters as x and digits as 9, cut at 24 characters.
 */
export function masked(value: string): string {
  if (/^[-\d.:/ ]{1,10}$/.test(value)) return value
  const shape = value.replace(/\p{L}/gu, 'x').replace(/\d/g, '9')
  return shape.length > 24 ? `${shape.slice(0, 24)}…` : shape
}
