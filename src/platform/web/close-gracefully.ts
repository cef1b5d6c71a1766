import type { FastifyInstance } from 'fastify'

/**
 * Stops taking requests, lets those under way finish, and closes idle connections at once. What has not ended after
 * `milliseconds` is cut off, so that a stop always ends.
 */
export async function closeGracefully(app: FastifyInstance, milliseconds = 5000) {
  const cutOff = setTimeout(() => app.server.closeAllConnections(), milliseconds)
  try {
    await app.close()
  } finally {
    clearTimeout(cutOff)
  }
}
