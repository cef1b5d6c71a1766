import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crime, csvOf, times, writeFile } from '../support/police-files.ts'
import { type Ground, ground, refusalIn, usageIn } from './tapestry.ts'

describe('a question that cannot be answered gets one line', { timeout: 30_000 }, () => {
  let here: Ground
  let before: ReturnType<Ground['held']>

  beforeAll(async () => {
    here = ground()
    const months = ['2023-12', '2024-01', '2024-02']
    for (const month of months)
      writeFile(here.file(`given/${month}-kent-street.csv`), csvOf(times(4, () => crime({ Month: month }))))
    const given = await here.run(['evidence', 'import', here.file('given')])
    expect(given.code, given.stderr).toBe(0)
    before = here.held()
  }, 30_000)
  afterAll(() => here.remove())

  const refused = async (command: string) => {
    const line = refusalIn(await here.run(command.split(' ')))
    expect(here.held()).toEqual(before)
    return line
  }

  for (const [command, said] of [
    ['evidence import --feed burglaries x.csv', /no feed "burglaries": choose from police-street/],
    ['evidence import --as-at yesterday x.csv', /--as-at is "yesterday": expected a day as YYYY-MM-DD/],
    ['evidence import --as-at 2025-02-30 x.csv', /--as-at is "2025-02-30"/],
    ['evidence import --as-at 2199-01-01 x.csv', /--as-at is "2199-01-01", which is yet to come/],
    ['evidence count --by hour', /"hour" is not something counts can be cut by: choose from month, /],
    ['evidence count --by ,', /--by is empty/],
    ['evidence count --by month,month', /names month twice/],
    ['evidence count --by month --where district', /--where is "district": expected KEY=VALUE/],
    ['evidence count --by month --where colour=red', /"colour" is not something counts can be cut by/],
    ['evidence count --by month --where type=shoplifting', /expected a type by its published name: .*Shoplifting/],
    [
      'evidence count --by month --where district=E0700010',
      /no district with the code "E0700010": did you mean E07000010 Fenland/,
    ],
    ['evidence count --by month --from 2025-05 --to 2025-01', /--from 2025-05 is after --to 2025-01/],
    ['evidence count --by month --from 2026-13', /--from is "2026-13": expected a month as YYYY-MM/],
    ['assess --area E99', /E99.*(did you mean|nearest|tapestry|such as)/i],
    [
      'assess --area E07000170',
      /^Ashfield is policed by Nottinghamshire Police, .*: import the files named YYYY-MM-nottinghamshire-street\.csv/,
    ],
    ['assess --area Dartfrod', /Dartfrod.*Dartford/],
    ['assess --area E07000107 --year-ending 2026-13', /2026-13.*month/],
    ['assess --area E07000107 --year-ending 2031-05', /2031-05|May 2031/],
    ['assess --area E07000107 --year-ending 1999-05', /1999-05|May 1999/],
    ['assess --area E07000107 --baseline soon', /soon/],
    ['assess --area E07000107 --format pdf', /--format is "pdf": this version writes json and html/],
    ['assess --area E07000107 --out /no/such/folder/a.json', /\/no\/such\/folder\/a\.json.*folder does not exist/],
    ['reference import nowhere.csv', /nowhere\.csv cannot be read \(ENOENT.*check the path/],
    ['reference import --year soon x.csv', /--year is "soon": expected a year/],
    ['reference downloads --area E99', /E99/],
    ['start --port many', /--port is "many": expected a whole number from 1 to 65534/],
    ['start --port 70000', /--port is "70000"/],
  ] as const)
    it(`tapestry ${command}`, async () => expect(await refused(command)).toMatch(said))

  for (const [command, said] of [
    ['fly', /^unknown command 'fly'\. See: npx --no tapestry help$/],
    ['evidence cuont', /^unknown command 'cuont' \(Did you mean count\?\)\. See: npx --no tapestry help evidence$/],
    ['evidence count', /'--by <dimensions>' not specified\. See: npx --no tapestry help evidence count$/],
    ['evidence import', /missing required argument 'path'/],
    ['evidence status --colour', /unknown option '--colour'/],
    ['assess', /'--area <code>' not specified/],
    ['assess --area E07000107 --json --format html', /'--json' cannot be used with option '--format/],
    ['start now', /too many arguments for 'start'/],
    ['help evidence fly', /unknown command 'fly'/],
  ] as const)
    it(`wrong usage ends with 2: tapestry ${command}`, async () =>
      expect(usageIn(await here.run(command.split(' ')))).toMatch(said))

  it('help explains every command, whatever its depth', async () => {
    const { code, stdout } = await here.run(['help', 'evidence', 'count'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/^Usage: tapestry evidence count \[options\]/)
    expect((await here.run(['evidence', 'count', '--help'])).stdout).toBe(stdout)
  })

  it('a data folder that is a file', async () => {
    writeFileSync(here.file('plain'), '')
    for (const command of ['evidence import x.csv', 'start', 'doctor'])
      expect(refusalIn(await here.run([...command.split(' '), '--data', here.file('plain')]))).toMatch(
        /plain is a file, and a folder is needed/,
      )
  })

  it('a data folder that is somebody else’s', async () => {
    mkdirSync(here.file('letters'))
    writeFileSync(here.file('letters/letter.txt'), 'Dear all')
    const line = refusalIn(await here.run(['evidence', 'import', 'x.csv', '--data', here.file('letters')]))
    expect(line).toMatch(/letters is not a Tapestry data folder and is not empty \(it holds letter\.txt\)/)
    expect(readdirSync(here.file('letters'))).toEqual(['letter.txt'])
  })

  it('asking a folder that is not there makes none', async () => {
    const nowhere = here.file('nowhere')
    expect(refusalIn(await here.run(['evidence', 'count', '--by', 'month', '--data', nowhere]))).toMatch(
      /Nothing has been imported yet/,
    )
    expect(refusalIn(await here.run(['doctor', '--data', nowhere]))).toMatch(/There is no data folder/)
    expect((await here.run(['evidence', 'status', '--data', nowhere])).code).toBe(0)
    expect(readdirSync(here.base)).not.toContain('nowhere')
  })

  it('a demonstration takes no real deliveries, and live records are no demonstration', async () => {
    mkdirSync(here.file('shown'))
    writeFileSync(here.file('shown/folder.json'), '{"kind":"demonstration"}')
    const shown = ['--data', here.file('shown')]
    expect(refusalIn(await here.run(['evidence', 'import', 'x.csv', ...shown]))).toMatch(/takes no real deliveries/)
    expect(refusalIn(await here.run(['reference', 'import', 'x.csv', ...shown]))).toMatch(/takes no real tables/)
    expect(readdirSync(here.file('shown'))).toEqual(['folder.json'])

    mkdirSync(here.file('live/demo'), { recursive: true })
    writeFileSync(here.file('live/demo/folder.json'), '{"kind":"live"}')
    expect(refusalIn(await here.run(['start', '--demo', '--data', here.file('live')]))).toMatch(
      /holds live records, not a demonstration: leave --demo out/,
    )
    expect(refusalIn(await here.run(['demo', '--data', here.data]))).toMatch(/holds live records/)
    expect(here.held()).toEqual(before)
  })
})
