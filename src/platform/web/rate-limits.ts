import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'

/** At most so many requests a minute from one address; the answer beyond that is 429, and says when to come back. */
export async function rateLimits(app: FastifyInstance, perMinute: number) {
  await app.register(rateLimit, { max: perMinute, timeWindow: 60_000 })
}
