import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** who may use this route: `public`, or a permission such as `evidence.read` */
    policy?: string
  }
}

/**
 * Refuses to start with a route that does not say who may use it: a forgotten policy is found by whoever wrote the
 * route, not by whoever should not have seen the page.
 */
export function denyByDefault(app: FastifyInstance) {
  app.addHook('onRoute', ({ method, url, config }) => {
    if (!config?.policy)
      throw new Error(
        `Route ${String(method)} ${url} has no policy: give config: { policy: 'evidence.read' } or 'public'.`,
      )
  })
}
