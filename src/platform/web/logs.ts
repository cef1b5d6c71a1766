import type { FastifyInstance, FastifyServerOptions } from 'fastify'

/** Only what is needed to find a fault: a database error also carries the row it choked on, which stays out. */
const err = (error: Error) => ({ type: error.name, message: error.message, stack: error.stack ?? '' })

/**
 * Structured logs, one JSON object a line, to standard error: standard output belongs to commands.
 * @param level the least serious level kept, such as `info`; `silent` for none
 */
export const logsToStandardError = (level = 'info'): FastifyServerOptions['logger'] => ({
  level,
  stream: process.stderr,
  base: null,
  serializers: { err, req: () => ({}), res: () => ({}) },
})

/**
 * One line a request, when it is answered: the route's pattern, never the address asked for, since addresses and query
 * strings can carry names and references; no IP address, no headers.
 */
export function logAnswers(app: FastifyInstance) {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? 'unknown',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    )
  })
}
