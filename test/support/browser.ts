import { accessSync, constants } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Why browser journeys are skipped, for the test report. */
export const NO_BROWSER =
  'no Chromium: install it (apt-get install chromium) or give its path in CHROMIUM_PATH, then run again'

/**
 * The path of a Chromium on this machine, or undefined. CHROMIUM_PATH comes first.
 * @throws Error when TAPESTRY_TEST_BROWSER is set, as in CI, and there is none: journeys must not be skipped there
 */
export function findChromium(): string | undefined {
  const found = [process.env.CHROMIUM_PATH, ...PLACES].find((path) => path && isProgram(path))
  if (!found && process.env.TAPESTRY_TEST_BROWSER)
    throw new Error(`TAPESTRY_TEST_BROWSER is set and there is ${NO_BROWSER}`)
  return found
}

function isProgram(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * A browser that talks to nobody but the page under test. Close it when done.
 * @throws Error when the machine has none: ask {@link findChromium} first
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (!executablePath) throw new Error(NO_BROWSER)
  const asRoot = process.getuid?.() === 0 // Chromium's sandbox refuses root, which is who tests are in a container
  return chromium.launch({
    executablePath,
    args: [
      ...(asRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-default-apps',
      '--disable-dev-shm-usage',
      '--disable-domain-reliability',
      '--disable-sync',
      '--metrics-recording-only',
      '--no-first-run',
      '--no-pings',
    ],
  })
}
