import type { FastifyPluginAsync } from 'fastify'
import { newestCompleteEdition, readEditionFile } from '../editions/newest-edition.ts'
import { type PublishedFigure, publishPage } from './publish.page.ts'

export interface PublishPorts {
  /** the data folder, under which `editions/` lies */
  folder: string
  /** address of the public site, once it listens */
  publicSite(): string | undefined
  currentRelease(): Promise<string | undefined>
}

/** What staff see of publishing: the edition that residents read now. */
export const publishRoutes =
  ({ folder, publicSite, currentRelease }: PublishPorts): FastifyPluginAsync =>
  async (app) => {
    app.get('/publish', { config: { policy: 'evidence.read' } }, async (_request, reply) => {
      const edition = await newestCompleteEdition(folder)
      const file = edition && (await readEditionFile(edition, 'figures.json'))
      const figures: PublishedFigure[] = file ? JSON.parse(file.toString()).figures : []
      return reply.viewAsync(
        'publish/staff/publish.njk',
        publishPage({ edition, figures, publicSite: publicSite(), currentRelease: await currentRelease() }),
      )
    })
  }
