import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** Whatever the browser objects to: scripts or styles the policy refuses, files that are not there. */
export function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    const isPageItself = message.location().url === page.url() // an error page is meant to answer 404
    if (message.type() === 'error' && !isPageItself) complaints.push(message.text())
  })
  return complaints
}

/** Whether the page scrolls sideways; tables and drawings may, in regions of their own. */
export const isTooWide = async (page: Page, width: number) =>
  (await page.locator('html').evaluate((html) => html.scrollWidth)) > width

/** What axe finds, each finding with the markup it is about. Its legacy mode spares a second page: ours have no frames. */
export async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
