import { Writable } from 'node:stream'
import fastify from 'fastify'
import { expect, it } from 'vitest'
import { errors } from './errors/error-pages.ts'
import { logAnswers, logsToStandardError } from './logs.ts'
import { serverOptions } from './server-options.ts'

it('a line names the route’s pattern and the request, and holds no address, query, IP or row from the database', async () => {
  const lines: string[] = []
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const app = fastify(serverOptions({ ...(logsToStandardError() as object), stream }))
  logAnswers(app)
  errors(app, () => 'sorry')
  app.get('/people/:id', async () => {
    throw Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(jo@example.org) already exists.' })
  })
  await app.inject({
    url: '/people/jo-bloggs?postcode=DA1',
    remoteAddress: '203.0.113.7',
    headers: { cookie: 'session=s' },
  })
  const log = lines.join('')
  expect(log).toContain('"route":"/people/:id"')
  expect(log).toContain('"status":500')
  expect(log).toContain('duplicate key')
  expect(log).toMatch(/"reqId":"[0-9a-f-]{36}"/)
  for (const secret of ['jo-bloggs', 'DA1', '203.0.113.7', 'jo@example.org', 'session=s'])
    expect(log).not.toContain(secret)
  await app.close()
})
