import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * All that `npm test` checks, each step named as it starts: types, format and lint, every test on the embedded PostgreSQL,
 * and the records' tests once more on PostgreSQL 15 where this machine has it (TAPESTRY_TEST_POSTGRES15=1 makes it a must).
 * Ends with one line that counts the tests.
 */
const POSTGRES15 = '/usr/lib/postgresql/15/bin'
const totals = { passed: 0, failed: 0, skipped: 0 }
let broken = false

function run(title: string, command: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  console.log(`\n— ${title}: ${command} ${args.join(' ')}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) broken = true
}

function runTests(title: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tapestry-test-'))
  const report = join(folder, 'report.json')
  run(title, 'vitest', ['run', ...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], env)
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
    totals.passed += numPassedTests
    totals.failed += numFailedTests
    totals.skipped += numPendingTests + numTodoTests
  } catch {
    broken = true
  }
  rmSync(folder, { recursive: true })
}

const only = process.argv.slice(2)
if (only.length === 0) {
  run('types', 'tsc', ['--noEmit'])
  run('format and lint', 'biome', ['check', '.'])
}
runTests('tests', only)
if (only.length === 0 && hasPostgres15())
  runTests('records on PostgreSQL 15', ['src/platform/database'], { TAPESTRY_TEST_POSTGRES15: '1' })

console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`)
process.exit(broken || totals.failed > 0 || totals.passed === 0 ? 1 : 0)

function hasPostgres15(): boolean {
  const found = spawnSync(join(POSTGRES15, 'postgres'), ['--version']).status === 0
  if (!found && process.env.TAPESTRY_TEST_POSTGRES15) {
    console.error(`PostgreSQL 15 is asked for and is not in ${POSTGRES15}: install Debian's postgresql-15.`)
    broken = true
  }
  return found
}
