import { importEvidence } from '../../src/collate/import/import-evidence.ts'

/**
 * An import in a process of its own, for being killed: prints each step as it is about to be taken, and at the one it was told
 * of, at its nth time, it kills itself as the system would: no handler runs, nothing is flushed.
 *
 * Arguments: data folder, path, and optionally step and n.
 */
const [dataFolder, path, step, nth = '1'] = process.argv.slice(2)
let times = 0
await importEvidence({
  dataFolder: dataFolder!,
  paths: [path!],
  now: '2026-02-01T00:00:00.000Z',
  onStep: (reached) => {
    process.stdout.write(`${reached}\n`)
    if (reached === step && ++times === Number(nth)) process.kill(process.pid, 'SIGKILL')
  },
})
