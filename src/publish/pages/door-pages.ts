import { DOORS, type Door } from './doors.ts'
import { helpLines } from './help-lines.ts'
import type { PublicSite } from './public-site.ts'

const HELP = '/report-and-get-help'

/** The page behind a door that has nothing published: what will come, or, for help, the lines that always answer. */
export function doorPage(site: PublicSite, door: Door): string {
  if (door.href === HELP)
    return site.renderPublicPage('publish/pages/report-and-get-help.njk', { pageTitle: door.name, ...helpLines }, HELP)
  return site.renderPublicPage(
    'publish/pages/closed-door.njk',
    { pageTitle: door.name, coming: door.coming },
    door.href,
  )
}

/** The home page's doors; `open` lists the addresses with something behind them, help always among them. */
export const doorsFor = (open: string[]) =>
  DOORS.map((door) => ({ ...door, open: door.href === HELP || open.includes(door.href) }))

/** The home page before the first edition. */
export const emptyHome = (site: PublicSite): string =>
  site.renderPublicPage('publish/pages/public-home.njk', {
    pageTitle: site.partnership.name,
    heading: 'Nothing has been published yet',
    lede: 'When the partnership publishes its first figures and plans, they will be here. Help is here already.',
    figures: [],
    figuresHeading: null,
    doorsHeading: 'What will be here',
    doors: doorsFor([]),
  })
