import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refusal } from '../vocabulary/refusal.ts'
import { buildStaffApp, type StaffAppOptions } from './staff-app.ts'
import type { StagePlugin } from './web/stage-plugin.ts'

const stage = (id: string, routes?: StagePlugin['routes']): StagePlugin => ({
  id,
  name: id[0]!.toUpperCase() + id.slice(1),
  path: `/${id}`,
  purpose: `What ${id} is for.`,
  routes,
})

const policy = { config: { policy: 'evidence.read' } }

const assess = stage('assess', async (app) => {
  app.get('/assess', policy, async () => 'assessment')
  app.get('/assess/refused', policy, async () => {
    throw new Refusal('Area E0 is not a district. Choose one from the list.')
  })
  app.get('/assess/broken', policy, async () => {
    throw new Error('row 12: Mrs Example, 1 High Street')
  })
  app.post('/assess/note', policy, async (request) => request.body)
})

const options: StaffAppOptions = {
  logger: false,
  evidence: { marker: 'the one door' },
  partnership: { name: 'Dartford Community Safety Partnership', district: 'Dartford' },
  businessToday: () => '2022-03-31',
  demonstration: true,
  stages: [stage('collate'), assess],
  ready: async () => true,
  strictTemplates: true,
}

let app: FastifyInstance
beforeAll(async () => {
  app = await buildStaffApp(options)
})
afterAll(() => app.close())

const html = { accept: 'text/html' }

describe('the home page', () => {
  it('shows the whole cycle, and links to the stages that have pages', async () => {
    const { body, statusCode } = await app.inject({ url: '/', headers: html })
    expect(statusCode).toBe(200)
    expect(body).toContain('What collate is for.')
    expect(body).toContain('<a class="govuk-link" href="/assess">Assess</a>')
    expect(body.match(/<h1/g)).toHaveLength(1)
  })

  it('says in a demonstration what its date is, and that nothing in it is real', async () => {
    const { body } = await app.inject({ url: '/', headers: html })
    expect(body).toContain('the date here is 31 March 2022. People and incidents are synthetic.')
  })

  it('carries the handling marking at head and foot', async () => {
    const { body } = await app.inject({ url: '/', headers: html })
    expect(body.match(/OFFICIAL/g)).toHaveLength(2)
  })

  it('teaches what belongs on it while there is no evidence', async () => {
    const { body } = await app.inject({ url: '/', headers: html })
    expect(body).toContain('tapestry evidence import')
  })
})

describe('the headers of every answer', () => {
  it('allow our own scripts and styles and nothing written inside a page', async () => {
    const { headers } = await app.inject('/')
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('promise https only where every reader comes by it', async () => {
    expect((await app.inject('/')).headers['strict-transport-security']).toBeUndefined()
    const secure = await buildStaffApp({ ...options, behindTls: true })
    expect((await secure.inject('/')).headers['strict-transport-security']).toContain('max-age=31536000')
    await secure.close()
  })

  it('let browsers keep the stylesheet for ever, compressed', async () => {
    const { body } = await app.inject('/')
    const href = /href="([^"]+tapestry\.css)"/.exec(body)![1]!
    const { headers, statusCode } = await app.inject({ url: href, headers: { 'accept-encoding': 'gzip' } })
    expect(statusCode).toBe(200)
    expect(headers['cache-control']).toContain('immutable')
    expect(headers['content-encoding']).toBe('gzip')
  })
})

describe('what is asked for and refused', () => {
  it('a Refusal shows its one line with status 400', async () => {
    const { body, statusCode } = await app.inject({ url: '/assess/refused', headers: html })
    expect(statusCode).toBe(400)
    expect(body).toContain('Area E0 is not a district. Choose one from the list.')
  })

  it('a fault shows a reference and nothing of its cause', async () => {
    const { body, statusCode, headers } = await app.inject({ url: '/assess/broken', headers: html })
    expect(statusCode).toBe(500)
    expect(body).toContain('Sorry, there is a problem with Tapestry')
    expect(body).toContain(headers['x-request-id'])
    expect(body).not.toContain('Mrs Example')
  })

  it('an unknown address is page not found, as JSON for a program', async () => {
    expect((await app.inject({ url: '/nowhere', headers: html })).body).toContain('Page not found')
    const { statusCode, body } = await app.inject({ url: '/nowhere', headers: { accept: 'application/json' } })
    expect(statusCode).toBe(404)
    expect(JSON.parse(body)).toMatchObject({ status: 404, title: 'Page not found' })
  })

  it('a form from another site is refused, one of ours accepted', async () => {
    const post = (headers: Record<string, string>) =>
      app.inject({ method: 'POST', url: '/assess/note', headers, payload: { a: 'b' } })
    expect((await post({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
    expect((await post({ origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    expect((await post({ origin: 'null' })).statusCode).toBe(403)
    expect((await post({ origin: 'http://localhost:80', host: 'localhost:80' })).statusCode).toBe(403)
    expect((await post({ origin: 'http://localhost:3000', host: 'localhost:3000' })).statusCode).toBe(200)
    expect((await post({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  })

  it('a name that is not ours, pointed at this machine, is refused', async () => {
    expect((await app.inject({ url: '/', headers: { host: 'rebind.example:3000' } })).statusCode).toBe(403)
  })

  it('too many requests from one address are held off, health and files never', async () => {
    const busy = await buildStaffApp({ ...options, requestsPerMinute: 2 })
    for (let i = 0; i < 2; i++) expect((await busy.inject('/')).statusCode).toBe(200)
    const { statusCode, body, headers } = await busy.inject({ url: '/', headers: html })
    expect(statusCode).toBe(429)
    expect(headers['retry-after']).toBeDefined()
    expect(body).toContain('Too many requests')
    expect((await busy.inject('/health/live')).statusCode).toBe(200)
    await busy.close()
  })

  it('a body over a megabyte is too large', async () => {
    const { statusCode } = await app.inject({
      method: 'POST',
      url: '/assess/note',
      payload: { a: 'x'.repeat(1_100_000) },
    })
    expect(statusCode).toBe(413)
  })
})

describe('starting and health', () => {
  it('refuses to start with a route that says not who may use it', async () => {
    const open = stage('act', async (act) => {
      act.get('/act', async () => 'anyone?')
    })
    await expect(buildStaffApp({ ...options, stages: [open] })).rejects.toThrow('/act has no policy')
  })

  it('hands routes the one door to evidence', () =>
    expect((app as unknown as { evidence: unknown }).evidence).toBe(options.evidence))

  it('is live and ready', async () => {
    expect((await app.inject('/health/live')).json()).toEqual({ status: 'live' })
    expect((await app.inject('/health/ready')).json()).toEqual({ status: 'ready' })
  })

  it('is not ready while its stores are not, or cannot be asked', async () => {
    for (const ready of [async () => false, () => Promise.reject(new Error('no store'))]) {
      const starting = await buildStaffApp({ ...options, ready })
      expect((await starting.inject('/health/ready')).statusCode).toBe(503)
      await starting.close()
    }
  })
})
