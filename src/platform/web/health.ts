import type { FastifyInstance } from 'fastify'

/** `/health/live`: the process answers. `/health/ready`: it can do its work; 503 when `ready` says no or fails. */
export function health(app: FastifyInstance, ready: () => Promise<boolean>) {
  const config = { policy: 'public', rateLimit: false as const }
  app.get('/health/live', { config }, async () => ({ status: 'live' }))
  app.get('/health/ready', { config }, async (request, reply) => {
    const isReady = await ready().catch((error: unknown) => {
      request.log.error({ err: error }, 'not ready')
      return false
    })
    return isReady ? { status: 'ready' } : reply.code(503).send({ status: 'not ready' })
  })
}
