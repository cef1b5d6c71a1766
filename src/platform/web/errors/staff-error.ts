import type { FastifyRequest } from 'fastify'
import type nunjucks from 'nunjucks'
import type { StaffFrame } from '../staff-frame.ts'
import type { DrawError } from './error-pages.ts'

/** Error pages in the staff frame, with the request's reference where it helps to find the fault. */
export const drawStaffError =
  (environment: nunjucks.Environment, frame: (request: FastifyRequest) => Promise<StaffFrame>): DrawError =>
  async ({ status, title, paragraphs }, request) =>
    environment.render('platform/web/errors/staff-error.njk', {
      frame: await frame(request),
      pageTitle: title,
      paragraphs,
      reference: status >= 500 ? request.id : null,
    })
