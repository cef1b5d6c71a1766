import type { FastifyPluginAsync } from 'fastify'
import type { AssessPorts } from './assess-ports.ts'
import { figureRoutes } from './figures/page/figure.routes.ts'
import { strategicAssessmentRoutes } from './strategic-assessment/strategic-assessment.routes.ts'

export type { AssessPorts, DistrictShapes } from './assess-ports.ts'
export { ALL_CRIME } from './figures/count-table.ts'
export type { StandingOf } from './figures/figure-context.queries.ts'
export { type FigureRegister, figureRegister } from './figures/figure-register.ts'
export { assess, referencesOf } from './strategic-assessment/assess.ts'
export type { Assessment, Issue } from './strategic-assessment/assessment.ts'
export { changeFigure } from './strategic-assessment/issue-figures.ts'

/** The pages of assessing. */
export const assessRoutes =
  (ports: AssessPorts): FastifyPluginAsync =>
  async (app) => {
    await strategicAssessmentRoutes(app, ports)
    await figureRoutes(app, ports)
  }
