import type { RandomSource } from './seeded-random.ts'

/** Puts the values into a random order, in place (Fisher–Yates): every order is as likely as any other. */
export function shuffle(values: { [index: number]: number; length: number }, random: RandomSource): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = values[i]!
    values[i] = values[j]!
    values[j] = moved
  }
}
