import { Command } from 'commander'
import { assess } from './assess.ts'
import { demo } from './demo.ts'
import { doctor } from './doctor.ts'
import { evidenceCount } from './evidence-count.ts'
import { evidenceImport } from './evidence-import.ts'
import { evidenceStatus } from './evidence-status.ts'
import { referenceDownloads } from './reference-downloads.ts'
import { referenceImport } from './reference-import.ts'
import { start } from './start.ts'

/** Every command, one file each. */
export function program(): Command {
  const tapestry = new Command('tapestry')
    .description('One platform for a Community Safety Partnership: partner data in, priorities, plans and results out.')
    .showHelpAfterError()
    .exitOverride()
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
  ])
    tapestry.addCommand(command)
  return overriding(tapestry)
}

/** Wrong usage ends with exit code 2, in sub-commands too; every command takes --data. */
function overriding(command: Command): Command {
  command.exitOverride()
  for (const one of command.commands) overriding(one)
  return command
}
