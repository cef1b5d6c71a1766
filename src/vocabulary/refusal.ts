/**
 * Something a person asked for that cannot be done, said in one line: what was expected, what was found, where,
 * and what to do. Commands print the message and exit 1; pages show it in the GOV.UK error pattern. Any other error
 * is a fault of ours: it is logged with its stack and the person is only told that something went wrong.
 */
export class Refusal extends Error {
  override name = 'Refusal'
}

/** What a thrown value says, whatever was thrown. */
export const messageOf = (thrown: unknown) => (thrown instanceof Error ? thrown.message : String(thrown))
