import { homeView } from '../../src/cli/serve/home.ts'
import { assessPorts } from '../../src/cli/serve/ports.ts'
import { OPEN, openEvidence } from '../../src/collate/index.ts'
import { cycle } from '../../src/cycle.ts'
import { buildStaffApp } from '../../src/platform/staff-app.ts'
import { publishRoutes } from '../../src/publish/index.ts'

/**
 * The staff site with its real pages over a folder, where printing an undefined value in a template is an error.
 * @param demonstration false leaves nobody's district chosen, as in a folder of a partnership's own
 */
export async function strictSite(folder: string, demonstration: boolean) {
  const store = openEvidence(folder)
  const evidence = () => store.read(OPEN)
  const ports = assessPorts(folder, store, demonstration)
  const businessToday = () => '2022-03-31'
  const release = async () => (await evidence()).release ?? undefined
  const app = await buildStaffApp({
    logger: false,
    evidence: store,
    partnership: { name: 'Community Safety Partnership' },
    businessToday,
    demonstration,
    stages: cycle(
      ports,
      evidence,
      publishRoutes({ folder, publicSite: () => undefined, currentRelease: async () => (await release())?.id }),
    ),
    ready: async () => true,
    home: () =>
      homeView({ ...ports, evidence, businessToday, ...(ports.homeDistrict && { district: ports.homeDistrict }) }),
    strictTemplates: true,
  })
  const stop = async () => {
    await app.close()
    store.close()
  }
  return { app, stop }
}
