import { Command } from 'commander'

/** `tapestry help evidence count`: any command explained, whatever its depth. `npx` keeps `--help` to itself. */
export const help = (tapestry: Command) =>
  new Command('help')
    .description('explain a command: `help evidence count`')
    .argument('[command...]')
    .action((names: string[]) => {
      let found = tapestry
      for (const name of names) {
        const next = found.commands.find((one) => one.name() === name)
        if (!next) return found.error(`error: unknown command '${name}'`, { code: 'commander.unknownCommand' })
        found = next
      }
      found.outputHelp()
    })
