import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Edition } from '../editions/edition.ts'
import { readEditionFile } from '../editions/newest-edition.ts'
import { doorPage, emptyHome } from '../pages/door-pages.ts'
import { DOORS } from '../pages/doors.ts'
import type { PublicSite } from '../pages/public-site.ts'
import { fileOf, typeOf } from './file-of.ts'
import type { NewestEdition } from './newest-edition-keeper.ts'

const HTML = 'text/html; charset=utf-8'

/** Every address of the public site: a file of the newest edition, or, before there is one, what will come. */
export function siteRoutes(app: FastifyInstance, site: PublicSite, newest: NewestEdition) {
  const early = new Map([
    ['/', () => emptyHome(site)],
    ...DOORS.map((door) => [door.href, () => doorPage(site, door)] as const),
  ])
  app.get('/*', { config: { policy: 'public' } }, async (request, reply) => {
    const path = request.url.split('?')[0]!
    const edition = await newest.current()
    if (edition) return sendFile(edition, path, request, reply, newest)
    const draw = early.get(path)
    return draw ? reply.type(HTML).header('cache-control', 'no-cache').send(draw()) : reply.callNotFound()
  })
}

/**
 * One file of the edition, named by the hash of its bytes so that a browser asks again only whether it changed. A file
 * that is no longer as its manifest says is never sent.
 */
async function sendFile(
  edition: Edition,
  path: string,
  request: FastifyRequest,
  reply: FastifyReply,
  newest: NewestEdition,
) {
  const file = fileOf(edition.manifest, path)
  if (!file) return reply.callNotFound()
  const etag = `"${file.sha256}"`
  const forEver = file.path.startsWith('assets/')
  reply
    .header('etag', etag)
    .header('cache-control', forEver ? 'public, max-age=31536000, immutable' : 'public, no-cache')
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send()
  const bytes = await readEditionFile(edition, file.path).catch((error: unknown) => {
    newest.forget()
    reply.removeHeader('etag')
    throw Object.assign(new Error('edition changed on disk', { cause: error }), { statusCode: 503 })
  })
  return reply.type(typeOf(file.path)).send(bytes)
}
