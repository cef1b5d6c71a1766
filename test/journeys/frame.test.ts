import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figureView } from '../../src/platform/design-system/figure/figure-view.ts'
import { buildPublicApp } from '../../src/platform/public-app.ts'
import { buildStaffApp } from '../../src/platform/staff-app.ts'
import { SAMPLE_EDITION } from '../../src/publish/first-edition/first-edition.sample.ts'
import { publishFirstEdition } from '../../src/publish/first-edition/publish-first-edition.ts'
import { findChromium, launchBrowser, NO_BROWSER } from '../support/browser.ts'
import { sampleStages } from '../support/sample-stages.ts'
import { axe, listen as complaintsOf, isTooWide } from './page-checks.ts'

const WIDTHS = [360, 1280]
const PATIENCE = 30_000 // milliseconds: a browser on a busy machine is slow to open a page

describe.skipIf(!findChromium())(`both sites in a browser${findChromium() ? '' : `, skipped: ${NO_BROWSER}`}`, () => {
  let browser: Browser
  let folder: string
  const apps: FastifyInstance[] = []
  const sites: Record<'staff' | 'early' | 'public', string> = { staff: '', early: '', public: '' }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'frame-'))
    await publishFirstEdition(folder, SAMPLE_EDITION)
    const { partnership } = SAMPLE_EDITION
    const listen = async (app: FastifyInstance) => {
      apps.push(app)
      return app.listen({ port: 0, host: '127.0.0.1' })
    }
    sites.staff = await listen(await buildStaffApp(staffOptions()))
    sites.early = await listen(await buildPublicApp({ editionsFolder: `${folder}/none`, logger: false, partnership }))
    sites.public = await listen(await buildPublicApp({ editionsFolder: folder, logger: false, partnership }))
    browser = await launchBrowser()
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await Promise.all(apps.map((app) => app.close()))
    await rm(folder, { recursive: true })
  })

  /** Beside those of the demonstration, which have journeys of their own. */
  const pages = [
    ['staff', '/'],
    ['staff', '/assess/refused'],
    ['staff', '/assess/broken'],
    ['early', '/'],
    ['early', '/our-priorities'],
    ['public', '/'],
  ] as const

  for (const javaScriptEnabled of [true, false])
    for (const width of WIDTHS)
      it(`every page is accessible and fits ${width} px, scripts ${javaScriptEnabled ? 'on' : 'off'}`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled })
        for (const [site, path] of pages) {
          const page = await context.newPage()
          const complaints = complaintsOf(page)
          await page.goto(sites[site] + path)
          expect(await page.locator('h1').count(), path).toBe(1)
          expect(await page.title(), path).not.toBe('')
          expect(await isTooWide(page, width), `${site} ${path} scrolls sideways`).toBe(false)
          if (javaScriptEnabled) expect(await axe(page), `${site} ${path}`).toEqual([])
          expect(complaints, path).toEqual([])
          await page.close()
        }
        await context.close()
      }, 120_000)

  it(
    'a reader with a keyboard skips to the content first',
    async () => {
      const page = await browser.newPage()
      await page.goto(sites.staff)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content')
      await page.keyboard.press('Enter')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main-content')
      await page.close()
    },
    PATIENCE,
  )

  it(
    'on a phone the cycle folds behind Menu with scripts, and lies open without',
    async () => {
      const phone = { viewport: { width: 360, height: 800 } }
      const scripted = await (await browser.newContext(phone)).newPage()
      await scripted.goto(sites.staff)
      await scripted.getByRole('button', { name: 'Menu' }).click()
      expect(await scripted.getByRole('link', { name: 'Assess', exact: true }).first().isVisible()).toBe(true)
      const plain = await (await browser.newContext({ ...phone, javaScriptEnabled: false })).newPage()
      await plain.goto(sites.staff)
      expect(await plain.getByRole('link', { name: 'Assess', exact: true }).first().isVisible()).toBe(true)
      await scripted.context().close()
      await plain.context().close()
    },
    PATIENCE,
  )

  it(
    'a resident opens a figure to how it was made',
    async () => {
      const page = await browser.newPage()
      await page.goto(sites.public)
      await page.getByRole('link', { name: /^How this was made.*burglaries/ }).click()
      expect(new URL(page.url()).pathname).toBe('/figures')
      expect(await page.getByRole('heading', { name: /^Burglaries, Dartford/ }).isVisible()).toBe(true)
      await page.close()
    },
    PATIENCE,
  )
})

const staffOptions = () => ({
  logger: false as const,
  evidence: null,
  partnership: SAMPLE_EDITION.partnership,
  businessToday: () => '2022-03-31',
  demonstration: true,
  stages: sampleStages,
  ready: async () => true,
  release: async () => ({ id: '4f2a91c0', label: 'Release 4f2a91c0', href: '/assess' }),
  home: async () => ({
    attention: [
      { title: 'February 2022 is not published yet', text: 'Figures stop at January.', due: 'due in 3 days' },
    ],
    figures: SAMPLE_EDITION.figures.map(({ figure, words }) => figureView(figure, words)),
    evidence: [{ key: 'Deliveries', value: '64 from 1 feed', href: '/assess' }],
  }),
  strictTemplates: true,
})
