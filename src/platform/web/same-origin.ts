import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Forbidden } from './errors/forbidden.ts'

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A request that changes something must come from our own pages. Browsers say where a form was sent from in
 * Sec-Fetch-Site and Origin, which a page elsewhere cannot alter; a client that sends neither is no browser, holds no
 * reader's session, and is let through to the route's own policy.
 */
export function sameOriginOnly(app: FastifyInstance) {
  app.addHook('onRequest', async (request) => {
    if (!READS.has(request.method) && !isOurs(request))
      throw new Forbidden('This form was sent from another site. Open the page here and send it again.')
  })
}

function isOurs({ headers, host }: FastifyRequest) {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  if (headers.origin === undefined) return true
  try {
    return new URL(headers.origin).host === host
  } catch {
    return false // `null`, from a sandboxed frame
  }
}
