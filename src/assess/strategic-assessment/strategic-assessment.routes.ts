import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { AssessPorts } from '../assess-ports.ts'
import { ASSESSMENT_PATH, AssessmentQuery } from './assessment-request.ts'
import { cachedAssessments } from './cached-assessments.ts'
import { issuePage } from './issue.page.ts'
import { issueCsv } from './issue-csv.ts'
import { lsoaMap } from './lsoa-map.ts'
import { overviewPage } from './overview.page.ts'

const IssueParams = Type.Object({ issue: Type.String({ maxLength: 60 }) })
const config = { policy: 'evidence.read' }

/** The strategic assessment: its overview, a page for each issue, and the same as JSON and CSV. */
export async function strategicAssessmentRoutes(app: FastifyInstance, ports: AssessPorts): Promise<void> {
  const assessmentFor = cachedAssessments(ports)

  app.get('/assess', { config }, (_request, reply) => reply.redirect(ASSESSMENT_PATH))

  app.get<{ Querystring: AssessmentQuery }>(
    ASSESSMENT_PATH,
    { schema: { querystring: AssessmentQuery }, config },
    async (request, reply) =>
      reply.viewAsync(
        'assess/strategic-assessment/overview.njk',
        overviewPage(await assessmentFor(request.query), request.query),
      ),
  )

  app.get<{ Querystring: AssessmentQuery }>(
    `${ASSESSMENT_PATH}.json`,
    { schema: { querystring: AssessmentQuery }, config },
    async (request, reply) =>
      reply.type('application/json').send(JSON.stringify(await assessmentFor(request.query), null, 2)),
  )

  app.get<{ Querystring: AssessmentQuery }>(
    `${ASSESSMENT_PATH}.csv`,
    { schema: { querystring: AssessmentQuery }, config },
    async (request, reply) => {
      const assessment = await assessmentFor(request.query)
      return reply
        .type('text/csv; charset=utf-8')
        .header(
          'content-disposition',
          `attachment; filename="assessment-${assessment.area.code}-${assessment.periods.current.to}.csv"`,
        )
        .send(issueCsv(assessment))
    },
  )

  app.get<{ Querystring: AssessmentQuery; Params: Static<typeof IssueParams> }>(
    `${ASSESSMENT_PATH}/:issue`,
    { schema: { querystring: AssessmentQuery, params: IssueParams }, config },
    async (request, reply) => {
      const assessment = await assessmentFor(request.query)
      const issue = [assessment.total, ...assessment.issues].find(({ slug }) => slug === request.params.issue)
      if (!issue) return reply.callNotFound()
      const map = await lsoaMap((await ports.evidence())!, assessment, issue, ports)
      return reply.viewAsync('assess/strategic-assessment/issue.njk', issuePage(assessment, issue, map, request.query))
    },
  )
}
