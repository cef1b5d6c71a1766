import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Assessment } from '../../src/assess/index.ts'
import { number, signedPercent } from '../../src/platform/design-system/words/numbers.ts'
import { ASB } from '../../src/vocabulary/offence.ts'
import { findChromium, launchBrowser, NO_BROWSER } from '../support/browser.ts'
import { type Demonstration, startDemonstration } from './demonstration.ts'
import { axe, isTooWide, listen } from './page-checks.ts'
import { strictSite } from './strict-site.ts'

const OVERVIEW = '/assess/strategic-assessment'
/** Milliseconds. The demonstration fills itself once; every page is opened by a browser on a machine that may be busy. */
const FILLING = 120_000
const PATIENCE = 60_000

describe.skipIf(!findChromium())(
  `the demonstration in a browser${findChromium() ? '' : `, skipped: ${NO_BROWSER}`}`,
  () => {
    let demonstration: Demonstration
    let browser: Browser
    let assessment: Assessment
    let asb: Assessment['total']

    beforeAll(async () => {
      demonstration = await startDemonstration()
      browser = await launchBrowser()
      assessment = await (await fetch(`${demonstration.staff}${OVERVIEW}.json`)).json()
      asb = assessment.issues.find(({ subject }) => subject === ASB)!
    }, FILLING)

    afterAll(async () => {
      await browser?.close()
      await demonstration?.stop()
    }, PATIENCE)

    const staffPages = () => [
      '/',
      '/collate',
      '/collate?page=4',
      `/collate/deliveries/${assessment.deliveries[0]!.id}`,
      OVERVIEW,
      `${OVERVIEW}?area=E06000035&year-ending=2018-03&sort=position&direction=descending`,
      `${OVERVIEW}?year-ending=2017-06`,
      `${OVERVIEW}/total-crime`,
      `${OVERVIEW}/anti-social-behaviour`,
      `${OVERVIEW}/burglary?year-ending=2017-06`,
      ...[asb.volume, asb.baseline.wholeYears, asb.rate, asb.position, assessment.issues[0]!.share].map(
        ({ id }) => `/figures/${id}`,
      ),
      '/publish',
      '/nowhere',
      `${OVERVIEW}?area=E00`,
    ]
    const publicPages = ['/', '/is-it-working', '/figures', '/our-priorities', '/report-and-get-help', '/nowhere']
    const everyPage = () => [
      ...staffPages().map((path) => demonstration.staff + path),
      ...publicPages.map((path) => demonstration.public + path),
    ]

    it(
      'an analyst reads 2,564, −10.2 % and +34.6 % with intervals, and opens each to how it was made',
      async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
        await page.goto(demonstration.staff)
        await page.getByRole('button', { name: 'Open the strategic assessment' }).click()
        const cards = page.locator('.tapestry-figure')
        const count = cards.filter({ hasText: '291 fewer' })
        const { interval, dispersion } = asb.previous.wholeYears.result
        await seen(count, [
          '2,564',
          'synthetic',
          '291 fewer than the year before, −10.2 %',
          'No clear change',
          `${signedPercent(interval!.lower)} to ${signedPercent(interval!.upper)} (95 % interval, φ = ${number(dispersion!, 1)})`,
        ])
        await count.getByRole('link', { name: /^How this was made/ }).click()
        await provenance(page, '2,564', 'recorded-offences/1', 12)

        await page.goBack()
        await count.getByRole('link', { name: /^and its change/ }).click()
        await provenance(page, '−10.2 %', 'recorded-change/1', 24)

        await page.goBack()
        const since = cards.filter({ hasText: '+34.6 %' })
        await seen(since, ['Rise', '2,564, and 1,905 then: 659 more', '95 % interval'])
        await since.getByRole('link', { name: /^How this was made/ }).click()
        await provenance(page, '+34.6 %', 'recorded-change/1', 24)
        expect(await page.locator('main').innerText()).toMatch(/1,905 in the year ending September 2019: Implied/)
        await page.close()
      },
      PATIENCE,
    )

    async function provenance(page: Page, value: string, measure: string, deliveries: number) {
      const text = await page.locator('main').innerText()
      for (const part of [value, assessment.release.id, measure, 'What it is', 'Method', 'Count it yourself'])
        expect(text).toContain(part)
      expect(text).toContain(`The ${deliveries} deliveries it came from`)
      expect(await page.locator('a[href^="/collate/deliveries/"]').count()).toBe(deliveries)
    }

    it(
      'the table of issues says what the JSON says, and sorts by its heads',
      async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
        await page.goto(demonstration.staff + OVERVIEW)
        const rows = page.locator('#issues tbody tr')
        for (const issue of [assessment.total, ...assessment.issues]) {
          const said = await rows
            .filter({ has: page.getByRole('link', { name: issue.title, exact: true }) })
            .innerText()
          expect(said).toContain(number(issue.volume.result.value!))
          expect(said).toContain(signedPercent(issue.previous.wholeYears.result.value!))
          expect(said).toContain(signedPercent(issue.baseline.wholeYears.result.value!))
        }
        await page.getByRole('link', { name: /^Rate per 1,000/ }).click()
        expect(await page.locator('#issues [aria-sort="descending"]').innerText()).toContain('Rate per 1,000')
        const rates = await rows.locator('td:nth-child(5)').allInnerTexts()
        const values = rates.slice(1).map(Number.parseFloat) // total crime stays first
        expect(values).toEqual([...values].sort((a, b) => b - a))
        await page.close()
      },
      PATIENCE,
    )

    for (const width of [360, 1280])
      it(`axe finds nothing on any page at ${width} px, and none scrolls sideways`, async () => {
        const context = await browser.newContext({ viewport: { width, height: 800 } })
        const page = await context.newPage()
        const complaints = listen(page)
        for (const address of everyPage()) {
          await page.goto(address)
          expect(await page.locator('h1').count(), address).toBe(1)
          expect(await axe(page), address).toEqual([])
          expect(await isTooWide(page, width), `${address} scrolls sideways`).toBe(false)
        }
        expect(complaints).toEqual([])
        await page.close()
      }, 180_000)

    it(
      'every page is complete without scripts, and at 320 px, which is 400 % zoom',
      async () => {
        const context = await browser.newContext({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
        const page = await context.newPage()
        for (const address of everyPage()) {
          await page.goto(address)
          expect(await page.locator('h1').count(), address).toBe(1)
          expect(await isTooWide(page, 320), `${address} scrolls sideways`).toBe(false)
          const links = page.getByRole('navigation', { name: /The cycle|Main/ }).getByRole('link')
          expect(await links.first().isVisible(), `${address} cannot be left`).toBe(true)
        }
        await page.goto(demonstration.staff + OVERVIEW)
        await page.getByLabel('District').selectOption({ label: 'Gravesham' })
        await page.getByRole('button', { name: 'Show' }).click()
        expect(await page.locator('h1').innerText()).toContain('Strategic assessment of Gravesham')
        await page.getByText('View as table').first().click()
        expect(await page.locator('details[open] table').first().isVisible()).toBe(true)
        await context.close()
      },
      PATIENCE,
    )

    it(
      'a keyboard reaches the choice of district and year, every table, and every drawing’s table',
      async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
        await page.goto(demonstration.staff + OVERVIEW)
        const reached: string[] = []
        for (
          let i = 0;
          i < 60 && !reached.includes('region Every issue in Dartford, year ending September 2021');
          i++
        ) {
          await page.keyboard.press('Tab')
          reached.push(
            await page.evaluate(() => {
              const at = document.activeElement!
              return at.getAttribute('role') === 'region'
                ? `region ${at.getAttribute('aria-label')}`
                : at.id || at.textContent!.trim()
            }),
          )
        }
        const order = [
          'area',
          'year-ending',
          'baseline',
          'Show',
          'region Every issue in Dartford, year ending September 2021',
        ]
        expect(reached.filter((name) => order.includes(name))).toEqual(order)
        expect(reached.filter((name) => name.startsWith('View as table'))).toHaveLength(4)
        await page.close()
      },
      PATIENCE,
    )

    it(
      'no page prints an undefined value, in a demonstration, a partnership’s own folder or an empty one',
      async () => {
        const empty = mkdtempSync(join(tmpdir(), 'tapestry-empty-'))
        const paths = staffPages().filter((path) => path !== '/nowhere' && !path.endsWith('E00'))
        for (const [folder, isDemonstration, asked] of [
          [demonstration.folder, true, paths],
          [
            demonstration.folder,
            false,
            ['/', OVERVIEW, `${OVERVIEW}?area=E07000107`, `${OVERVIEW}/burglary?area=E07000107`],
          ],
          [empty, false, ['/', '/collate', '/publish', OVERVIEW]],
        ] as const) {
          const { app, stop } = await strictSite(folder, isDemonstration)
          for (const url of asked) {
            const { statusCode, body } = await app.inject({ url, headers: { host: 'localhost' } })
            expect(statusCode, `${url} ${body.slice(0, 200)}`).toBe(200)
            expect(body.replace(/<[^>]+>/g, ' '), url).not.toMatch(/undefined|\[object|NaN/)
          }
          await stop()
        }
        rmSync(empty, { recursive: true, force: true })
      },
      PATIENCE,
    )

    it(
      'a drawing and the whole assessment can be taken away, and say synthetic in their bytes',
      async () => {
        const drawing = await fetch(`${demonstration.staff}${OVERVIEW}/charts/map-burglary.svg`)
        expect(drawing.headers.get('content-type')).toBe('image/svg+xml')
        expect(await drawing.text()).toContain('Synthetic demonstration data')
        const file = demonstration.file('assessment.html')
        const asked = ['assess', '--area', 'E07000107', '--year-ending', '2021-09', '--format', 'html', '--out', file]
        expect((await demonstration.run([...asked, '--data', demonstration.folder])).code).toBe(0)
        const context = await browser.newContext({ viewport: { width: 360, height: 800 } })
        const page = await context.newPage()
        const complaints = listen(page)
        await page.goto(String(pathToFileURL(file)))
        expect(await page.title()).toContain('synthetic')
        expect(await page.locator('main').innerText()).toContain('−10.2 %')
        expect(await axe(page)).toEqual([])
        expect(await page.locator('a[href^="/"]').count(), 'links that lead nowhere').toBe(0)
        expect(await isTooWide(page, 360)).toBe(false)
        expect(complaints).toEqual([])
        await page.close()
      },
      PATIENCE,
    )
  },
)

async function seen(card: ReturnType<Page['locator']>, parts: string[]) {
  expect(await card.count()).toBe(1)
  const text = await card.innerText()
  for (const part of parts) expect(text).toContain(part)
}
