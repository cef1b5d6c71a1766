import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

/**
 * A name for each request that stands in its log lines, its answer and its error page, so that a reader's "something
 * went wrong" can be found. Ours alone: one sent by the client is not believed.
 */
export const requestIds = { genReqId: () => randomUUID(), requestIdHeader: false } as const

export function sendRequestId(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
}
