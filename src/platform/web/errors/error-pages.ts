import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ErrorWords, errorWords } from './error-words.ts'

/** Draws an error page as HTML: each app has a frame of its own. Must not throw for want of a store. */
export type DrawError = (words: ErrorWords, request: FastifyRequest) => string | Promise<string>

const NOT_FOUND = { statusCode: 404 }

/** The page for an address that leads nowhere. Guessing addresses counts towards the rate limit like any request. */
export function notFound(app: FastifyInstance, draw: DrawError) {
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, async (request, reply) =>
    answer(errorWords(NOT_FOUND), request, reply, draw),
  )
}

/** The page for anything thrown: a fault of ours is logged with its stack, and the reader never sees that. */
export function errors(app: FastifyInstance, draw: DrawError) {
  app.setErrorHandler(async (error, request, reply) => {
    const words = errorWords(error)
    if (words.status >= 500) request.log.error({ err: error }, 'failed')
    return answer(words, request, reply, draw)
  })
}

async function answer(words: ErrorWords, request: FastifyRequest, reply: FastifyReply, draw: DrawError) {
  reply.code(words.status).header('cache-control', 'no-store')
  const { status, title, paragraphs } = words
  if (wantsJson(request)) return reply.send({ status, title, detail: paragraphs.join(' '), reference: request.id })
  try {
    return reply.type('text/html; charset=utf-8').send(await draw(words, request))
  } catch (fault) {
    request.log.error({ err: fault }, 'error page not drawn')
    return reply.type('text/plain; charset=utf-8').send([title, ...paragraphs].join('\n'))
  }
}

/** A program asked: it accepts JSON and says nothing of HTML. */
const wantsJson = ({ headers }: FastifyRequest) =>
  headers.accept?.includes('application/json') === true && !headers.accept.includes('text/html')
