import { parentPort } from 'node:worker_threads'
import { type KnoxPart, knoxPermutations } from 'crime-statistics'

/** Does the parts of a Knox test that it is sent. */
parentPort!.on('message', ({ points, days, options, from, to }: KnoxPart) => {
  const counts = knoxPermutations(points, days, options, from, to)
  parentPort!.postMessage(counts, [counts.buffer as ArrayBuffer])
})
