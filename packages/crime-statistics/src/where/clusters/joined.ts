/** Sets that are joined two at a time (union–find). */
export class Joined {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i)
  }

  /** The one that stands for the set of i. */
  find(i: number): number {
    const parent = this.#parent
    let at = i
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]! // halve the way for the next
      at = parent[at]!
    }
    return at
  }

  join(i: number, j: number): void {
    const [a, b] = [this.find(i), this.find(j)]
    this.#parent[Math.max(a, b)] = Math.min(a, b)
  }
}
