import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import { deliveriesBehind } from '../../../collate/index.ts'
import { monthsOf } from '../../../vocabulary/period/month.ts'
import type { AssessPorts } from '../../assess-ports.ts'
import { answer } from '../answers/index.ts'
import { districtOf, figureContext } from '../figure-context.queries.ts'
import { figurePage } from './figure.page.ts'

const Params = Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{32}(\\.json)?$' }) })

/** `/figures/<id>`: how a figure was made, worked out again from its reference; `.json` gives the same as data. */
export async function figureRoutes(app: FastifyInstance, ports: AssessPorts): Promise<void> {
  app.get<{ Params: Static<typeof Params> }>(
    '/figures/:id',
    { schema: { params: Params }, config: { policy: 'evidence.read' } },
    async (request, reply) => {
      const [id, json] = request.params.id.split('.')
      const reference = ports.register.find(id!)
      if (reference?.source.kind !== 'evidence release') return reply.callNotFound()
      const evidence = await ports.evidence(reference.source.release)
      const district = districtOf(reference)
      if (!evidence?.release || !district) return reply.callNotFound()
      const context = await figureContext(evidence, district, ports.standingOf)
      const figure = answer(reference, context)
      const months = new Set(
        [reference.period, ...(reference.comparison ? [reference.comparison.period] : [])].flatMap(monthsOf),
      )
      const deliveries = deliveriesBehind(evidence.catalogue, evidence.release, context.table.publisher, months)
      const isCurrent = evidence.catalogue.current === evidence.release.id
      if (json)
        return reply
          .type('application/json')
          .send(
            JSON.stringify(
              { ...figure, deliveries: deliveries.map(({ id, name, asAt }) => ({ id, name, asAt })) },
              null,
              2,
            ),
          )
      return reply.viewAsync(
        'assess/figures/page/figure.njk',
        figurePage({ figure, context, district, deliveries, release: evidence.release, isCurrent }),
      )
    },
  )
}
