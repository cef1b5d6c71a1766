import type { FastifyPluginAsync } from 'fastify'
import { type AssessPorts, assessRoutes } from './assess/index.ts'
import { collateRoutes, type Evidence } from './collate/index.ts'
import type { StagePlugin } from './platform/web/stage-plugin.ts'

/** The year's cycle: its stages in order. Registration, navigation and the README's picture follow it. */
const STAGES = [
  {
    id: 'collate',
    name: 'Collate',
    purpose: 'Take in every partner’s data as it comes, and know how far to trust it.',
  },
  { id: 'assess', name: 'Assess', purpose: 'Find what changed and where: the statutory strategic assessment.' },
  { id: 'consult', name: 'Consult', purpose: 'Ask people who live and work here what matters to them.' },
  {
    id: 'prioritise',
    name: 'Prioritise',
    purpose: 'Weigh volume, harm, community concern, added value and trend, and choose in the open.',
  },
  { id: 'plan', name: 'Plan', purpose: 'Set the three-year strategy: priorities, focus, aims, and who does what.' },
  {
    id: 'act',
    name: 'Act',
    purpose: 'Hold cases and panels, use powers within the law’s time limits, run operations.',
  },
  { id: 'scrutinise', name: 'Scrutinise', purpose: 'See whether it is working, and how sure we are.' },
  { id: 'publish', name: 'Publish', purpose: 'Give residents the strategy, the assessment and the figures.' },
] as const

export type StageId = (typeof STAGES)[number]['id']

/** The stages with the pages that each has so far. */
export function cycle(
  ports: AssessPorts,
  evidence: () => Promise<Evidence>,
  publish?: FastifyPluginAsync,
): StagePlugin[] {
  const routes: Partial<Record<StageId, FastifyPluginAsync>> = {
    collate: collateRoutes(evidence),
    assess: assessRoutes(ports),
    ...(publish && { publish }),
  }
  return STAGES.map((stage) => ({
    ...stage,
    path: `/${stage.id}`,
    ...(routes[stage.id] && { routes: routes[stage.id]! }),
  }))
}
