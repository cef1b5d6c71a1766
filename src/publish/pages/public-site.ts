import { type Assets, assetsOf } from '../../platform/design-system/assets/assets.ts'
import { templates } from '../../platform/design-system/templates/environment.ts'
import type { ThemeTokens } from '../../platform/design-system/theme/theme.ts'
import { dateInWords } from '../../vocabulary/period/words.ts'
import { DOORS } from './doors.ts'

/** Whose site it is. */
export interface PublicPartnership {
  name: string
  district?: string
  themeTokens?: Partial<ThemeTokens>
}

export interface PublicSiteOptions {
  partnership: PublicPartnership
  /** business date of publication, `YYYY-MM-DD`; null before anything is published */
  publishedOn: string | null
  synthetic: boolean
  /** for tests: printing an undefined value in a template of ours is an error */
  strictTemplates?: boolean
}

/** Draws the pages of the public site: into an edition when publishing, and before the first edition on request. */
export interface PublicSite {
  partnership: PublicPartnership
  assets: Assets
  /** @param template named from `src/`  @param page its values  @param door the address of the door it is behind */
  renderPublicPage(template: string, page: { pageTitle: string; [name: string]: unknown }, door?: string): string
}

export function publicSite(options: PublicSiteOptions): PublicSite {
  const { partnership, publishedOn, synthetic } = options
  const assets = assetsOf(partnership.themeTokens)
  const environment = templates({ strict: options.strictTemplates })
  const frame = {
    partnership,
    assets: assets.base,
    themeColour: assets.theme.accent,
    publishedOn: publishedOn && dateInWords(publishedOn),
    synthetic,
    doors: DOORS,
  }
  return {
    partnership,
    assets,
    renderPublicPage: (template, page, door) =>
      environment.render(template, { ...page, frame: { ...frame, door: door ?? null } }),
  }
}
