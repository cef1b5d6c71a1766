import fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { type PublicPartnership, publicSite } from '../publish/pages/public-site.ts'
import { newestEditionKeeper } from '../publish/site/newest-edition-keeper.ts'
import { drawPublicError } from '../publish/site/public-error.ts'
import { siteRoutes } from '../publish/site/site.routes.ts'
import { denyByDefault } from './web/deny-by-default.ts'
import { errors, notFound } from './web/errors/error-pages.ts'
import { health } from './web/health.ts'
import { logAnswers } from './web/logs.ts'
import { rateLimits } from './web/rate-limits.ts'
import { sendRequestId } from './web/request-id.ts'
import { sameOriginOnly } from './web/same-origin.ts'
import { securityHeaders } from './web/security-headers.ts'
import { serverOptions } from './web/server-options.ts'
import { staticFiles } from './web/static-files.ts'

export interface PublicAppOptions {
  /** the data folder, under which `editions/` lies */
  editionsFolder: string
  logger: FastifyServerOptions['logger']
  /** whose site it is, for the pages shown before the first edition and for errors */
  partnership?: PublicPartnership
  behindTls?: boolean
  /** addresses of the proxies whose word on who is asking is believed; none when left out */
  trustProxy?: string[]
  requestsPerMinute?: number
}

const UNNAMED = { name: 'Community Safety Partnership' }

/**
 * The public site, in the order a request meets it: the newest whole edition and nothing else. It is given no evidence
 * and no records, so it cannot show what was not published, and works while their stores are down.
 */
export async function buildPublicApp(options: PublicAppOptions): Promise<FastifyInstance> {
  const app = fastify(serverOptions(options.logger, options.trustProxy))
  const site = publicSite({ partnership: options.partnership ?? UNNAMED, publishedOn: null, synthetic: false })
  const newest = newestEditionKeeper(options.editionsFolder)

  denyByDefault(app)
  sendRequestId(app)
  logAnswers(app)
  await securityHeaders(app, options)
  sameOriginOnly(app)
  await rateLimits(app, options.requestsPerMinute ?? 600)
  health(app, () => newest.current().then(() => true))
  staticFiles(app, site.assets)
  app.register(async (pages) => siteRoutes(pages, site, newest))
  notFound(app, drawPublicError(site))
  errors(app, drawPublicError(site))
  await app.ready()
  return app
}
