import { Command } from 'commander'
import { demonstrationFolder, resolveDataFolder } from '../platform/data-folder/resolve-data-folder.ts'

/** A command with the option that all of them take. */
export const command = (name: string, about: string) =>
  new Command(name)
    .description(about)
    .option('--data <dir>', 'the data folder (default: TAPESTRY_DATA, else data/ in the checkout)')

export const withJson = (one: Command) => one.option('--json', 'print one JSON document on standard output')

/** An option that may be given more than once. */
export const collected = (value: string, former: string[] = []) => [...former, value]

export { demonstrationFolder, resolveDataFolder }

/** One line, whatever names it holds: a file's name may carry control characters, which move a terminal's cursor or worse. */
const onOneLine = (text: string) => text.replaceAll(/\p{Cc}/gu, '\uFFFD')

/** Progress, logs and warnings go to standard error: standard output holds the answer and nothing else. */
export const say = (line: string) => console.error(onOneLine(line))

/** A line of the answer, for people. */
export const tell = (line = '') => console.log(onOneLine(line))

/** Writes to standard output and waits where the reader is slower. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve))
}

export const printJson = (value: unknown) => print(`${JSON.stringify(value, null, 2)}\n`)
