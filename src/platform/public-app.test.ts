import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SAMPLE_EDITION } from '../publish/first-edition/first-edition.sample.ts'
import { publishFirstEdition } from '../publish/first-edition/publish-first-edition.ts'
import { buildPublicApp } from './public-app.ts'

let folder: string
let app: FastifyInstance
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'public-'))
  app = await buildPublicApp({ editionsFolder: folder, logger: false, partnership: SAMPLE_EDITION.partnership })
})
afterEach(async () => {
  await app.close()
  await rm(folder, { recursive: true })
})

const DOORS = ['/our-priorities', '/is-it-working', '/my-area', '/have-your-say', '/report-and-get-help']

describe('before anything is published', () => {
  it('a resident reads so plainly, and what will come', async () => {
    expect((await app.inject('/')).body).toContain('Nothing has been published yet')
    expect((await app.inject('/is-it-working')).body).toContain('Figures for the area will be here')
  })

  it('help is there already', async () => {
    const { body } = await app.inject('/report-and-get-help')
    expect(body).toContain('999')
    expect(body).toContain('0808 2000 247')
  })

  it('the site is live and ready', async () => {
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    expect((await app.inject('/health/ready')).statusCode).toBe(200)
  })
})

describe('once an edition is published', () => {
  it('is served without a restart, all five doors of it', async () => {
    expect((await app.inject('/')).body).not.toContain('2,564')
    await publishFirstEdition(folder, SAMPLE_EDITION)
    expect((await app.inject('/')).body).toContain('2,564')
    for (const door of DOORS) expect((await app.inject(door)).statusCode, door).toBe(200)
    expect((await app.inject('/figures.csv')).headers['content-type']).toBe('text/csv; charset=utf-8')
    expect((await app.inject('/figures.json')).json()).toMatchObject({ synthetic: true })
  })

  it('a browser that holds a page is told when it has not changed', async () => {
    await publishFirstEdition(folder, SAMPLE_EDITION)
    const { headers } = await app.inject('/figures')
    const again = await app.inject({ url: '/figures', headers: { 'if-none-match': String(headers.etag) } })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  it('a file altered on disk is never sent', async () => {
    const edition = await publishFirstEdition(folder, SAMPLE_EDITION)
    await app.inject('/')
    await appendFile(join(edition.folder, 'index.html'), '<p>Altered</p>')
    const { statusCode, body } = await app.inject({ url: '/', headers: { accept: 'text/html' } })
    expect(statusCode).toBe(503)
    expect(body).not.toContain('Altered')
  })

  it('no address reaches a file outside the edition', async () => {
    await publishFirstEdition(folder, SAMPLE_EDITION)
    for (const url of [
      '/manifest.json',
      '/../../etc/passwd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/assess',
      '/figures/..%2findex.html',
    ])
      expect((await app.inject(url)).statusCode, url).toBe(404)
  })

  it('its headers are as strict as the staff site’s', async () => {
    const { headers } = await app.inject('/')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  })
})
