/** Asked for by someone who may not: pages show the message with status 403. */
export class Forbidden extends Error {
  override name = 'Forbidden'
  readonly statusCode = 403
}
