import { type FastifyServerOptions, LogController } from 'fastify'
import { unreadableAddress } from './errors/unreadable-address.ts'
import { requestIds } from './request-id.ts'

const MEGABYTE = 1_048_576

/** What both apps ask of Fastify itself: our logs instead of its own, small bodies, connections that end at a stop. */
export const serverOptions = (
  logger: FastifyServerOptions['logger'],
  trustProxy: FastifyServerOptions['trustProxy'] = false,
) =>
  ({
    ...requestIds,
    logger: logger ?? false,
    trustProxy,
    logController: new LogController({ disableRequestLogging: true }), // our own line a request: see logs.ts
    bodyLimit: MEGABYTE,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    requestTimeout: 30_000,
    frameworkErrors: unreadableAddress,
  }) as const
