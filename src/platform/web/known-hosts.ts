import type { FastifyInstance } from 'fastify'
import { Forbidden } from './errors/forbidden.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Answers only to the names this server is known by. While it listens on the loopback address alone, a page on the
 * internet could otherwise point its own name at 127.0.0.1 and read ours (DNS rebinding).
 * @param names further host names, without port
 */
export function knownHostsOnly(app: FastifyInstance, names: string[] = []) {
  const known = new Set([...LOOPBACK, ...names])
  app.addHook('onRequest', async ({ host, url }) => {
    if (url.startsWith('/health/')) return // a load balancer asks by number, and learns nothing but *live* and *ready*
    if (!known.has((host ?? '').replace(/:\d+$/, '')))
      // HTTP/1.0 may send no name at all
      throw new Forbidden('This address is not one that Tapestry answers to. Use the address printed when it started.')
  })
}
