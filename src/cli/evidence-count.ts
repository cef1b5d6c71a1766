import type { CountRow } from '../collate/count/count-evidence.ts'
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
        const { release, scope, rows } = await countEvidence(await store.read(OPEN), request)
        if (scope.delivered.size === 0)
          say('warning: nothing held is in scope, so there is nothing to count: see `tapestry evidence status`')
        if (scope.missing.length > 0) say(`warning: never delivered: ${monthsInWords(scope.missing)}`)
        await (options.json ? printAsJson(release, scope.missing, rows()) : printAsCsv(request.by, rows()))
      } finally {
        store.close()
      }
    })

async function printAsJson(release: string | null, missing: string[], blocks: AsyncGenerator<CountRow[]>) {
  await print(`{"release":${JSON.stringify(release)},"missingMonths":${JSON.stringify(missing)},"rows":[`)
  let separator = '\n'
  for await (const block of blocks) {
    if (block.length === 0) continue
    await print(separator + block.map((row) => JSON.stringify(row)).join(',\n'))
    separator = ',\n'
  }
  await print('\n]}\n')
}

async function printAsCsv(by: string[], blocks: AsyncGenerator<CountRow[]>) {
  const cell = (value: unknown) => {
    const text = value === null || value === undefined ? '' : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  await print(`${[...by, 'count', 'status'].join(',')}\n`)
  for await (const block of blocks)
    await print(
      block
        .map((row) => `${[...by, 'count', 'status'].map((name) => cell(row[name as keyof CountRow])).join(',')}\n`)
        .join(''),
    )
}
