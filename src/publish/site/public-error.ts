import type { DrawError } from '../../platform/web/errors/error-pages.ts'
import type { PublicSite } from '../pages/public-site.ts'

const OUT_OF_ORDER = 'Sorry, there is a problem with this site'

/** Error pages in the public frame, which never speak of the software by name. */
export const drawPublicError =
  (site: PublicSite): DrawError =>
  ({ status, title, paragraphs }) =>
    site.renderPublicPage('publish/site/public-error.njk', {
      pageTitle: status >= 500 ? OUT_OF_ORDER : title,
      paragraphs: status >= 500 ? ['Try again in a few minutes. In an emergency, call 999.'] : paragraphs,
    })
