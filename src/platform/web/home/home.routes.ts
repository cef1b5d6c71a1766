import type { FastifyInstance } from 'fastify'
import type { StagePlugin } from '../stage-plugin.ts'
import { homePage } from './home-page.ts'
import type { HomeView } from './home-view.ts'

interface HomeOptions {
  partnership: { name: string; district?: string }
  stages: StagePlugin[]
  home?: () => Promise<HomeView>
}

export function homeRoutes(app: FastifyInstance, { partnership, stages, home }: HomeOptions) {
  app.get('/', { config: { policy: 'evidence.read' } }, async (_request, reply) =>
    reply.viewAsync('platform/web/home/home.njk', homePage(partnership, stages, (await home?.()) ?? {})),
  )
}
