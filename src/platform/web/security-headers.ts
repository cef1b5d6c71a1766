import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const NOTHING = ["'none'"]
const OURS = ["'self'"]

/**
 * What browsers may do with our pages: load our own files, run no script or style written inside a page, sit in no
 * frame, send forms nowhere else. HSTS is the proxy's to promise, or ours when `behindTls` says that every reader comes
 * by https: promised over plain http it is ignored, and promised by mistake it locks readers out.
 */
export async function securityHeaders(app: FastifyInstance, { behindTls = false } = {}) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: NOTHING,
        scriptSrc: OURS,
        styleSrc: OURS,
        imgSrc: [...OURS, 'data:'],
        fontSrc: OURS,
        connectSrc: OURS,
        formAction: OURS,
        frameAncestors: NOTHING,
        baseUri: NOTHING,
      },
    },
    strictTransportSecurity: behindTls && { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
  })
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'permissions-policy',
      'camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    )
    // Pages about people and places are not for shared caches; what may be kept says so itself.
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
