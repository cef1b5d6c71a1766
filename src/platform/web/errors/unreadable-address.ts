import type { FastifyReply } from 'fastify'
import { errorWords } from './error-words.ts'

/**
 * The answer to an address that is no address (`/%E0`): Fastify meets it before any of our hooks and pages, so it is plain
 * text, and repeats nothing of what was asked.
 */
export function unreadableAddress(error: { statusCode?: number }, _request: unknown, reply: FastifyReply): void {
  const { status, title, paragraphs } = errorWords({ statusCode: error.statusCode ?? 400 })
  reply
    .code(status)
    .header('content-security-policy', "default-src 'none'")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'no-store')
    .type('text/plain; charset=utf-8')
    .send(`${[title, ...paragraphs].join('\n')}\n`)
}
