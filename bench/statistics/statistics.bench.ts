import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { oracles } from '../oracles.ts'
import { printTable } from '../print-table.ts'
import type { PeerLine, StatisticsCase } from './statistics-case.ts'

const HERE = import.meta.dirname

/**
 * `npm run bench -- statistics [NAME…]`: each case, or those whose file has a NAME in it, beside its peer. Peers are run by
 * the scripts of the reference folder, single-threaded as they were written, in a copy of it that they may write to.
 */
export async function benchStatistics(names: string[]) {
  const files = globSync('cases/*.ts', { cwd: HERE }).sort()
  const chosen = files.filter((file) => names.length === 0 || names.some((name) => basename(file).includes(name)))
  if (chosen.length === 0)
    throw new RangeError(
      `no case is named ${names}: give part of ${files.map((file) => basename(file, '.ts')).join(', ')}.`,
    )
  const folder = oracles()
  if (!folder) return
  const workspace = mkdtempSync(join(tmpdir(), 'tapestry-bench-'))
  cpSync(folder, join(workspace, 'oracles'), { recursive: true })
  spawnSync('chmod', ['-R', 'u+w', workspace])
  const peers = peerRunner(join(workspace, 'oracles'))
  const rows = []
  for (const file of chosen) {
    const { cases } = (await import(join(HERE, file))) as { cases: StatisticsCase[] }
    for (const one of cases) {
      console.error(`${one.work} …`)
      const peer = peers(one.peer)
      const times = []
      for (let i = 0; i < (one.runs ?? 5); i++) times.push(await one.ours(join(workspace, 'oracles')))
      const seconds = times.map((time) => time.seconds).sort((a, b) => a - b)[Math.floor(times.length / 2)]!
      rows.push({
        Work: one.work,
        Peer: one.peer.impl,
        'Peer, s': peer ? peer.median_s : 'not run',
        'Ours, s': Number(seconds.toPrecision(3)),
        Ratio: peer ? Number((seconds / peer.median_s).toPrecision(3)) : '–',
        Aim: one.aim,
        'Same work': peer ? one.sameWork(times.at(-1)!.check, peer.check) : 'not compared',
      })
    }
  }
  rmSync(workspace, { recursive: true })
  printTable(rows)
}

interface PeerResult {
  bench: string
  impl: string
  median_s: number
  check: unknown
}

/** Runs each peer script once, however many cases read its output. */
function peerRunner(cwd: string) {
  const outputs = new Map<string, PeerResult[]>()
  return ({ language, script, args = [], bench, impl }: PeerLine): PeerResult | undefined => {
    const key = [script, ...args].join(' ')
    if (!outputs.has(key)) outputs.set(key, runPeer(cwd, language, script, args))
    return outputs.get(key)!.find((line) => line.bench === bench && line.impl.startsWith(impl))
  }
}

function runPeer(cwd: string, language: 'python' | 'R', script: string, args: string[]): PeerResult[] {
  const [command, ...first] = language === 'R' ? ['Rscript'] : ['/usr/bin/python3', '-W', 'ignore']
  const env = { ...process.env, TZ: 'UTC', OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' }
  const path = script.startsWith('bench/') ? script : join(HERE, script)
  const { stdout, stderr, status } = spawnSync(command!, [...first, path, ...args], { cwd, env, encoding: 'utf8' })
  if (status !== 0) console.error(`${script} did not run: ${stderr.trim().split('\n').at(-1)}`)
  return (stdout ?? '')
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as PeerResult)
}
