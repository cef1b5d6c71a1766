import { type FigureView, figureView } from '../../platform/design-system/figure/figure-view.ts'
import type { Edition, EditionFile } from '../editions/edition.ts'
import { writeEdition } from '../editions/write-edition.ts'
import { doorPage, doorsFor } from '../pages/door-pages.ts'
import { DOORS } from '../pages/doors.ts'
import { type PublicSite, publicSite } from '../pages/public-site.ts'
import { figuresCsv, figuresJson } from './figures-file.ts'
import { figuresPage } from './figures-page.ts'
import type { FirstEditionInput } from './first-edition-input.ts'

const WORKING = '/is-it-working'
const ON_THE_HOME_PAGE = 4

/**
 * Renders the public pages and writes them as an edition, with all they need to be read in years to come: styles,
 * scripts and data. The same input gives the same bytes.
 * @param folder the data folder, under which `editions/` lies
 */
export function publishFirstEdition(folder: string, input: FirstEditionInput): Promise<Edition> {
  const { title, publishedOn, synthetic } = input
  return writeEdition(folder, { title, publishedOn, synthetic, files: firstEditionFiles(input) })
}

/** The files of the edition, rendered and not yet written. */
export function firstEditionFiles(input: FirstEditionInput, { strictTemplates = false } = {}): EditionFile[] {
  const site = publicSite({ ...input, strictTemplates })
  const figures = input.figures.map(({ figure, words }) => publicView(figureView(figure, words, { plain: true })))
  const pages = {
    'index.html': home(site, input, figures.slice(0, ON_THE_HOME_PAGE)),
    'is-it-working.html': working(site, input, figures),
    'figures.html': site.renderPublicPage('publish/pages/figures.njk', figuresPage(input)),
    'figures.csv': figuresCsv(input),
    'figures.json': figuresJson(input),
    ...Object.fromEntries(
      DOORS.filter(({ href }) => href !== WORKING).map((door) => [`${door.href.slice(1)}.html`, doorPage(site, door)]),
    ),
  }
  return [...Object.entries(pages).map(([path, text]) => ({ path, bytes: Buffer.from(text) })), ...assetFiles(site)]
}

/** On the public site a figure opens on the page of all figures, not on its staff page. */
const publicView = (view: FigureView): FigureView => ({
  ...view,
  href: `/figures#made-${view.id}`,
  changeHref: null,
})

const home = (site: PublicSite, { title, summary, partnership }: FirstEditionInput, figures: FigureView[]) =>
  site.renderPublicPage('publish/pages/public-home.njk', {
    pageTitle: partnership.name,
    heading: title,
    lede: summary,
    figures,
    figuresHeading: 'The figures',
    doorsHeading: 'Find your way',
    doors: doorsFor([WORKING]),
  })

const working = (site: PublicSite, { title, districts, notes }: FirstEditionInput, figures: FigureView[]) =>
  site.renderPublicPage(
    'publish/pages/is-it-working.njk',
    { pageTitle: 'Is it working?', heading: title, figures, districts: districts ?? null, notes },
    WORKING,
  )

const assetFiles = ({ assets }: PublicSite) =>
  assets.files.map(({ path, bytes }) => ({ path: `${assets.base.slice(1)}/${path}`, bytes }))
