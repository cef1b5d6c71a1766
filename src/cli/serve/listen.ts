import { createServer } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../../vocabulary/refusal.ts'

const HOST = '127.0.0.1'
const TRIES = 20

/**
 * Listens with the staff site on a port and the public site on the next. A port that was asked for must be free; otherwise
 * the first free pair is taken.
 */
export async function listenOnPair(
  staff: FastifyInstance,
  publicSite: FastifyInstance,
  asked: number | null,
  first: number,
) {
  for (let port = asked ?? first; port < (asked ?? first) + (asked ? 1 : TRIES * 2); port += 2) {
    if (!(await isFree(port)) || !(await isFree(port + 1))) continue
    return {
      staff: await staff.listen({ host: HOST, port }),
      public: await publicSite.listen({ host: HOST, port: port + 1 }),
    }
  }
  throw new Refusal(
    asked
      ? `Port ${asked} or ${asked + 1} is in use by another program: stop that one, or choose another with --port.`
      : `No two ports in a row are free from ${first}: choose one with --port.`,
  )
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, HOST, () => probe.close(() => resolve(true)))
  })
}
