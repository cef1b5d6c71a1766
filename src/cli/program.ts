import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { checkout } from '../platform/data-folder/resolve-data-folder.ts'
import { assess } from './assess.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { evidenceCount } from './evidence-count.ts'
import { evidenceImport } from './evidence-import.ts'
import { evidenceStatus } from './evidence-status.ts'
import { help } from './help.ts'
import { referenceDownloads } from './reference-downloads.ts'
import { referenceImport } from './reference-import.ts'
import { start } from './start.ts'

/** Every command, one file each. A file loads what does the work only when its command runs, so that each starts at once. */
export function program(): Command {
  const tapestry = new Command('tapestry')
    .description('One platform for a Community Safety Partnership: partner data in, priorities, plans and results out.')
    .version(version(), '--version', 'print the version')
  const group = (name: string, about: string, commands: Command[]) => {
    const command = new Command(name).description(about)
    for (const one of commands) command.addCommand(one)
    return command
  }
  for (const command of [
    start(),
    demo(),
    group('evidence', 'partner data: take it in, see what is held, count it', [
      evidenceImport(),
      evidenceStatus(),
      evidenceCount(),
    ]),
    group('reference', 'lookups, boundaries, populations and deprivation', [referenceImport(), referenceDownloads()]),
    assess(),
    doctor(),
    help(tapestry),
  ])
    tapestry.addCommand(command)
  return settled(tapestry, 'tapestry')
}

/** The same manners at every level: wrong usage is one line that says where the right one is explained. */
function settled(command: Command, path: string): Command {
  const help = path.replace('tapestry', 'npx --no tapestry help')
  command.helpOption('-h, --help', 'explain this command').helpCommand(false).exitOverride()
  command.configureOutput({
    outputError: (text, write) => write(`tapestry: ${onOneLine(text)}. See: ${help}\n`),
  })
  for (const one of command.commands) settled(one, `${path} ${one.name()}`)
  return command
}

const onOneLine = (text: string) =>
  text
    .trim()
    .replace(/^error: |\.$/g, '')
    .replace(/\s+/g, ' ')

const version = (): string => JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')).version
