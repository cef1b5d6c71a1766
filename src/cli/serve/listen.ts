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
  if (asked) await requireFreePair(asked)
  for (let port = asked ?? first; port < (asked ?? first) + (asked ? 1 : TRIES * 2); port += 2) {
    if (!(await isFreePair(port))) continue
    return {
      staff: await listen(staff, port),
      public: await listen(publicSite, port + 1),
    }
  }
  throw new Refusal(`No two ports in a row are free from ${first}: choose one with --port.`)
}

/** @throws Refusal unless a port and the next are free: asked before the long work of a first start, too */
export async function requireFreePair(port: number): Promise<void> {
  if (!(await isFreePair(port))) throw taken(`${port} or ${port + 1}`)
}

const taken = (port: string) =>
  new Refusal(
    `Port ${port} is in use by another program, or not open to this account: stop that one, or choose another with --port.`,
  )

/** Another program may have been quicker since the port was seen free. */
const listen = (app: FastifyInstance, port: number) =>
  app.listen({ host: HOST, port }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? taken(`${port}`) : error
  })

const isFreePair = async (port: number) => (await isFree(port)) && (await isFree(port + 1))

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, HOST, () => probe.close(() => resolve(true)))
  })
}
