import type { FastifyInstance } from 'fastify'
import { type Static, Type } from 'typebox'
import type { AssessPorts } from '../assess-ports.ts'
import type { Assessment, Issue } from './assessment.ts'
import { ASSESSMENT_PATH, AssessmentQuery } from './assessment-request.ts'
import { cachedAssessments } from './cached-assessments.ts'
import { chartNamed } from './chart-files.ts'
import { chooseDistrictPage } from './choose-district.page.ts'
import { heldDistricts } from './held-districts.ts'
import { issuePage } from './issue.page.ts'
import { issueCsv } from './issue-csv.ts'
import { lsoaMap } from './lsoa-map.ts'
import { overviewPage } from './overview.page.ts'

const ChartParams = Type.Object({ chart: Type.String({ pattern: '^[a-z-]{1,60}\\.svg$' }) })
const IssueParams = Type.Object({ issue: Type.String({ maxLength: 60 }) })
const config = { policy: 'evidence.read' }

/** The strategic assessment: its overview, a page for each issue, and the same as JSON and CSV. */
export async function strategicAssessmentRoutes(app: FastifyInstance, ports: AssessPorts): Promise<void> {
  const assessmentFor = cachedAssessments(ports)

  app.get('/assess', { config }, (_request, reply) => reply.redirect(ASSESSMENT_PATH))

  app.get<{ Querystring: AssessmentQuery }>(
    ASSESSMENT_PATH,
    { schema: { querystring: AssessmentQuery }, config },
    async ({ query }, reply) => {
      const held = heldDistricts((await ports.evidence())!)
      const area = query.area || ports.homeDistrict
      if (!area || held.length === 0)
        return reply.viewAsync('assess/strategic-assessment/choose-district.njk', chooseDistrictPage(held))
      return reply.viewAsync(
        'assess/strategic-assessment/overview.njk',
        overviewPage(await assessmentFor(query), query, held),
      )
    },
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

  const mapOf = async (assessment: Assessment, issue: Issue) =>
    lsoaMap((await ports.evidence())!, assessment, issue, ports)

  app.get<{ Querystring: AssessmentQuery; Params: Static<typeof ChartParams> }>(
    `${ASSESSMENT_PATH}/charts/:chart`,
    { schema: { querystring: AssessmentQuery, params: ChartParams }, config },
    async ({ query, params }, reply) => {
      const assessment = await assessmentFor(query)
      const drawing = await chartNamed(params.chart.slice(0, -'.svg'.length), assessment, (issue) =>
        mapOf(assessment, issue),
      )
      if (!drawing) return reply.callNotFound()
      return reply
        .type('image/svg+xml')
        .header(
          'content-disposition',
          `attachment; filename="${assessment.area.code}-${assessment.periods.current.to}-${params.chart}"`,
        )
        .send(drawing.svg)
    },
  )

  app.get<{ Querystring: AssessmentQuery; Params: Static<typeof IssueParams> }>(
    `${ASSESSMENT_PATH}/:issue`,
    { schema: { querystring: AssessmentQuery, params: IssueParams }, config },
    async (request, reply) => {
      const assessment = await assessmentFor(request.query)
      const issue = [assessment.total, ...assessment.issues].find(({ slug }) => slug === request.params.issue)
      if (!issue) return reply.callNotFound()
      const map = await mapOf(assessment, issue)
      return reply.viewAsync('assess/strategic-assessment/issue.njk', issuePage(assessment, issue, map, request.query))
    },
  )
}
