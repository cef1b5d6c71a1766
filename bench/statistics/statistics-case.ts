/** One row of the statistics' bench: work of ours beside the same work of a peer, in the same run. */
export interface StatisticsCase {
  /** as the table names it, such as `KDE 500×500, 1M points` */
  work: string
  /** the peer script of the reference folder and the line of its output that is the peer */
  peer: PeerLine
  /** the largest ratio of our time to the peer's that is aimed at */
  aim: number
  /**
   * does the work once and tells how long it took, without reading its input, and what came out
   * @param oracles absolute path of the folder of reference files, where the inputs are
   */
  ours(oracles: string): Promise<Timed>
  /** whether the peer's `check` proves that the same work was done; a reason where not */
  sameWork(ours: unknown, peer: unknown): true | string
  /** times it is done; the median counts; 5 when left out */
  runs?: number
}

export interface PeerLine {
  /** what runs it: `python` or `R` */
  language: 'python' | 'R'
  /** its file in the reference folder, such as `bench/bench_kde.py`, or a script of ours beside the case */
  script: string
  args?: string[]
  /** `bench` of its output line */
  bench: string
  /** beginning of `impl` of its output line */
  impl: string
}

export interface Timed {
  seconds: number
  check: unknown
}

/** Seconds that an action takes, and what it answers. */
export async function timed<T>(action: () => T | Promise<T>): Promise<{ seconds: number; answer: T }> {
  const start = performance.now()
  const answer = await action()
  return { seconds: (performance.now() - start) / 1000, answer }
}
