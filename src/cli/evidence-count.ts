import type { Count, CountRow } from '../collate/count/count-evidence.ts'
import { countRequest, DIMENSIONS } from '../collate/count/count-request.ts'
import { monthsInWords } from '../vocabulary/period/words.ts'
import { collected, command, print, resolveDataFolder, say, withJson } from './options.ts'

interface Options {
  data?: string
  by: string
  where?: string[]
  from?: string
  to?: string
  json?: boolean
}

export const evidenceCount = () =>
  withJson(command('count', 'count what is held, as CSV or JSON'))
    .requiredOption('--by <dimensions>', `what to cut by, joined by commas: ${DIMENSIONS.join(', ')}`)
    .option(
      '--where <key=value>',
      'count only this; repeat it: of one key any of the values, of several keys all',
      collected,
    )
    .option('--from <month>', 'first month, YYYY-MM (default: the first delivered)')
    .option('--to <month>', 'last month, YYYY-MM (default: the last delivered)')
    .action(async (options: Options) => {
      const request = countRequest(options.by, options.where, options.from, options.to)
      const { countEvidence } = await import('../collate/count/count-evidence.ts')
      const { OPEN, openEvidence } = await import('../collate/evidence/open-evidence.ts')
      const store = openEvidence(resolveDataFolder(options.data))
      try {
        const count = await countEvidence(await store.read(OPEN), request)
        const { scope, synthetic } = count
        if (synthetic) say('note: synthetic, made up for a demonstration')
        if (scope.delivered.size === 0)
          say('warning: nothing held is in scope, so there is nothing to count: see `tapestry evidence status`')
        if (scope.missing.length > 0) say(`warning: never delivered: ${monthsInWords(scope.missing)}`)
        await (options.json ? printAsJson(count) : printAsCsv(request.by, count))
      } finally {
        store.close()
      }
    })

async function printAsJson({ release, synthetic, scope, rows }: Count) {
  const head = { release, synthetic, missingMonths: scope.missing }
  await print(`${JSON.stringify(head).slice(0, -1)},"rows":[`)
  let separator = '\n'
  for await (const block of rows()) {
    if (block.length === 0) continue
    await print(separator + block.map((row) => JSON.stringify(row)).join(',\n'))
    separator = ',\n'
  }
  await print('\n]}\n')
}

/** Made-up evidence has a column that says so: the file may be all that is passed on. */
async function printAsCsv(by: string[], { synthetic, rows }: Count) {
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const columns = [...by, 'count', 'status']
  const last = synthetic ? ',synthetic\n' : '\n'
  await print(`${columns.join(',')}${synthetic ? ',evidence' : ''}\n`)
  for await (const block of rows())
    await print(block.map((row) => columns.map((name) => cell(row[name as keyof CountRow])).join(',') + last).join(''))
}
