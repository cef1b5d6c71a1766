import type { FastifyPluginAsync } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Evidence } from '../evidence/open-evidence.ts'
import { collatePage } from './collate.page.ts'
import { deliveryPage } from './delivery.page.ts'

const Params = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{64}$' }) })
const Page = Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) })
const config = { policy: 'evidence.read' }

/** What is held, by feed and month, and each delivery. */
export const collateRoutes =
  (evidence: () => Promise<Evidence>): FastifyPluginAsync =>
  async (app) => {
    app.get<{ Querystring: Static<typeof Page> }>(
      '/collate',
      { schema: { querystring: Page }, config },
      async ({ query }, reply) =>
        reply.viewAsync('collate/status/collate.njk', collatePage((await evidence()).catalogue, query.page)),
    )
    app.get<{ Params: Static<typeof Params> }>(
      '/collate/deliveries/:id',
      { schema: { params: Params }, config },
      async (request, reply) => {
        const { catalogue } = await evidence()
        const delivery = catalogue.deliveries.find(({ id }) => id === request.params.id)
        if (!delivery) return reply.callNotFound()
        return reply.viewAsync('collate/status/delivery.njk', deliveryPage(catalogue, delivery))
      },
    )
  }
