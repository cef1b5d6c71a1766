import formBody from '@fastify/formbody'
import fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyServerOptions } from 'fastify'
import { assetsOf } from './design-system/assets/assets.ts'
import { templates } from './design-system/templates/environment.ts'
import type { ThemeTokens } from './design-system/theme/theme.ts'
import { denyByDefault } from './web/deny-by-default.ts'
import { errors, notFound } from './web/errors/error-pages.ts'
import { drawStaffError } from './web/errors/staff-error.ts'
import { health } from './web/health.ts'
import { homeRoutes } from './web/home/home.routes.ts'
import type { HomeView } from './web/home/home-view.ts'
import { knownHostsOnly } from './web/known-hosts.ts'
import { logAnswers } from './web/logs.ts'
import { rateLimits } from './web/rate-limits.ts'
import { sendRequestId } from './web/request-id.ts'
import { sameOriginOnly } from './web/same-origin.ts'
import { securityHeaders } from './web/security-headers.ts'
import { serverOptions } from './web/server-options.ts'
import { frameEveryPage, type ReleaseLabel, staffFrame } from './web/staff-frame.ts'
import type { StagePlugin } from './web/stage-plugin.ts'
import { staticFiles } from './web/static-files.ts'
import { viewTemplates } from './web/templates.ts'

export interface StaffAppOptions {
  /** see `logsToStandardError`; `false` for none */
  logger: FastifyServerOptions['logger']
  /** the one door to evidence, handed to routes as `app.evidence`; its type is declared where it is made */
  evidence: unknown
  partnership: { name: string; district?: string; themeTokens?: Partial<ThemeTokens> }
  /** business date, `YYYY-MM-DD` */
  businessToday: () => string
  demonstration: boolean
  /** in cycle order */
  stages: StagePlugin[]
  /** pages that belong to no stage, such as a figure's own page */
  routes?: FastifyPluginAsync[]
  ready: () => Promise<boolean>
  /** asked for each page: keep it quick */
  release?: () => Promise<ReleaseLabel | null>
  home?: () => Promise<HomeView>
  /** host names this server answers to besides loopback's */
  hosts?: string[]
  behindTls?: boolean
  /** addresses of the proxies whose word on who is asking is believed; none when left out */
  trustProxy?: string[]
  requestsPerMinute?: number
  /** for tests: printing an undefined value in a template of ours is an error */
  strictTemplates?: boolean
}

/** The staff site, in the order a request meets it. Ready to listen or to inject when the promise resolves. */
export async function buildStaffApp(options: StaffAppOptions): Promise<FastifyInstance> {
  const app = fastify(serverOptions(options.logger, options.trustProxy))
  const assets = assetsOf(options.partnership.themeTokens)
  const environment = templates({ strict: options.strictTemplates })
  const frame = staffFrame(options, assets)

  denyByDefault(app)
  sendRequestId(app)
  logAnswers(app)
  await securityHeaders(app, options)
  knownHostsOnly(app, options.hosts)
  sameOriginOnly(app)
  await rateLimits(app, options.requestsPerMinute ?? 600)
  health(app, options.ready)
  staticFiles(app, assets)
  await viewTemplates(app, environment)
  await app.register(formBody)
  app.decorate('evidence', options.evidence)
  app.register(async (pages) => {
    frameEveryPage(pages, frame)
    homeRoutes(pages, options)
    for (const stage of options.stages) if (stage.routes) await pages.register(stage.routes)
    for (const routes of options.routes ?? []) await pages.register(routes)
  })
  notFound(app, drawStaffError(environment, frame))
  errors(app, drawStaffError(environment, frame))
  await app.ready()
  return app
}
