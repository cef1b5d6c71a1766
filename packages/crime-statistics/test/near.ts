import { expect } from 'vitest'

export const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0)

/** Expects a number found by chance to be within a margin of what it should be. */
export const within = (found: number, expected: number, margin: number) =>
  expect(Math.abs(found - expected), `${found} for ${expected}`).toBeLessThan(margin)
