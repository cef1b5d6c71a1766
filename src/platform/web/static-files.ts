import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type { Asset, Assets } from '../design-system/assets/assets.ts'

const compress = promisify(gzip)
const YEAR = 'public, max-age=31536000, immutable'

/**
 * Stylesheet, scripts and icons, from memory. The address carries the hash of the bytes, so browsers never ask twice.
 * Routes are made for the files there are: no part of an address ever reaches a file system.
 */
export function staticFiles(app: FastifyInstance, assets: Assets) {
  const config = { policy: 'public', rateLimit: false as const }
  for (const asset of assets.files) {
    const compressed = once(() => compress(asset.bytes))
    app.get(`${assets.base}/${asset.path}`, { config }, async (request, reply) => {
      reply.type(asset.type).header('cache-control', YEAR).header('vary', 'accept-encoding')
      if (!acceptsGzip(request.headers['accept-encoding'])) return asset.bytes
      return reply.header('content-encoding', 'gzip').send(await compressed())
    })
  }
  // Browsers ask for this whatever a page says.
  const icon = assets.files.find(({ path }) => path === 'favicon.svg') as Asset
  app.get('/favicon.ico', { config }, async (_request, reply) =>
    reply.type(icon.type).header('cache-control', 'public, max-age=86400').send(icon.bytes),
  )
}

const acceptsGzip = (header: string | string[] | undefined) => /\bgzip\b/.test(String(header ?? ''))

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
