/** A date, a coordinate, a slip of one: eight digits at most, fewer than any telephone, bank or NHS number has. */
const isShortNumber = (value: string) => /^[-\d.:/ ]{1,10}$/.test(value) && value.replace(/\D/g, '').length <= 8

/**
 * A rejected value in a form that is safe to write down: short numbers and dates as they are, since they say what is
 * wrong; of anything else only its shape, letters as x and digits as 9, on one line and cut at 24 characters.
 */
export function masked(value: string): string {
  if (isShortNumber(value)) return value
  const shape = [...value.slice(0, 100)]
    .map((character) =>
      /[\p{L}\p{M}]/u.test(character)
        ? 'x'
        : /\p{N}/u.test(character)
          ? '9'
          : /[\p{C}\p{Z}\s]/u.test(character)
            ? ' '
            : character,
    )
    .join('')
  return shape.length > 24 ? `${shape.slice(0, 24)}…` : shape
}
