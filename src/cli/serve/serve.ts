import type { FastifyInstance } from 'fastify'
import { DEMONSTRATION } from '../../../demo/demonstration.ts'
import { OPEN, openEvidence } from '../../collate/index.ts'
import { cycle } from '../../cycle.ts'
import type { DataFolder } from '../../platform/data-folder/index.ts'
import type { Records } from '../../platform/database/index.ts'
import { shortRelease } from '../../platform/evidence/catalogue.ts'
import { buildPublicApp } from '../../platform/public-app.ts'
import { buildStaffApp } from '../../platform/staff-app.ts'
import { closeGracefully } from '../../platform/web/close-gracefully.ts'
import { logsToStandardError } from '../../platform/web/logs.ts'
import { publishRoutes } from '../../publish/index.ts'
import { homeView } from './home.ts'
import { listenOnPair } from './listen.ts'
import { assessPorts } from './ports.ts'

/** Builds both sites over a data folder and listens; until accounts exist the staff site answers this machine only. */
export async function serve(folder: DataFolder, records: Records, port: number | null, firstPort: number) {
  const demonstration = folder.kind === 'demonstration'
  const store = openEvidence(folder.path)
  const evidence = () => store.read(OPEN)
  const ports = assessPorts(folder.path, store, demonstration)
  const businessToday = await businessDay(records, demonstration)
  const partnership = demonstration
    ? { name: DEMONSTRATION.partnership, district: 'Dartford' }
    : { name: 'Community Safety Partnership' }
  let addresses: { staff: string; public: string } | undefined
  const logger = logsToStandardError(process.env.TAPESTRY_LOG ?? 'warn')
  const staff = await buildStaffApp({
    logger,
    evidence: store,
    partnership,
    businessToday,
    demonstration,
    stages: cycle(
      ports,
      evidence,
      publishRoutes({
        folder: folder.path,
        publicSite: () => addresses?.public,
        currentRelease: async () => (await evidence()).release?.id,
      }),
    ),
    ready: () => records.ready(),
    release: async () => {
      const { release } = await evidence()
      return release && { id: release.id, label: shortRelease(release.id), href: '/collate' }
    },
    home: () =>
      homeView({
        evidence,
        standingOf: ports.standingOf,
        register: ports.register,
        businessToday,
        ...(ports.homeDistrict && { district: ports.homeDistrict }),
        ...(ports.homeYearEnding && { yearEnding: ports.homeYearEnding }),
      }),
  })
  const publicSite = await buildPublicApp({ editionsFolder: folder.path, logger, partnership })
  addresses = await listenOnPair(staff, publicSite, port, firstPort)
  const stop = async () => {
    await Promise.all([staff, publicSite].map((app: FastifyInstance) => closeGracefully(app)))
    store.close()
  }
  return { ...addresses, stop }
}

/** Today on business time, in London. A demonstration stays on its day, so it is asked once. */
async function businessDay(records: Records, demonstration: boolean): Promise<() => string> {
  const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
  const fixed = demonstration ? london.format(await records.businessNow()) : undefined
  return () => fixed ?? london.format(new Date())
}
