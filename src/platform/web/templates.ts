import view from '@fastify/view'
import type { FastifyInstance } from 'fastify'
import type nunjucks from 'nunjucks'

declare module 'fastify' {
  interface FastifyReply {
    /** values every template of this answer sees; @fastify/view merges them under the page's own */
    locals?: { [name: string]: unknown }
  }
}

/** `reply.viewAsync('assess/wards/wards.njk', page)` draws a page with these templates. */
export async function viewTemplates(app: FastifyInstance, environment: nunjucks.Environment) {
  await app.register(view, { engine: { nunjucks: { configure: () => environment } } })
}
