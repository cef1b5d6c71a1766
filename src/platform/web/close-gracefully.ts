import type { FastifyInstance } from 'fastify'

const LOOK_AGAIN = 50

/**
 * Stops taking requests, lets those under way finish, and closes connections as they fall idle. What has not ended
 * after `milliseconds` is cut off, so that a stop always ends.
 */
export async function closeGracefully(app: FastifyInstance, milliseconds = 5000) {
  // A connection that was busy when the stop began is kept alive once it has answered, and would hold the stop to its end.
  const sweep = setInterval(() => app.server.closeIdleConnections(), LOOK_AGAIN)
  const cutOff = setTimeout(() => app.server.closeAllConnections(), milliseconds)
  try {
    await app.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(cutOff)
  }
}
