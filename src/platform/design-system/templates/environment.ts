import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import { commands } from '../words/commands.ts'
import { unbroken } from '../words/unbroken.ts'
import { strictLoader } from './strict-loader.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Our templates are named from `src/`: `assess/wards/wards.njk`. */
export const OUR_TEMPLATES = here('../../../')
/** Official macros: `govuk/components/table/macro.njk`, `moj/components/badge/macro.njk`. */
const OFFICIAL = [
  here('../../../../node_modules/govuk-frontend/dist'),
  here('../../../../node_modules/@ministryofjustice/frontend'),
]

/**
 * Where templates come from and what they may use. Everything printed is escaped unless marked safe.
 * `strict` makes printing an undefined value in one of our own templates an error. It is for tests: nunjucks' own
 * throwOnUndefined would break five official macros (textarea, character-count, pagination, phase-banner, task-list).
 */
export function templates({ strict = false } = {}): nunjucks.Environment {
  const ours = strict ? strictLoader(OUR_TEMPLATES) : new nunjucks.FileSystemLoader(OUR_TEMPLATES)
  const environment = new nunjucks.Environment([ours, new nunjucks.FileSystemLoader(OFFICIAL)], { autoescape: true })
  return environment.addFilter('unbroken', unbroken).addFilter('commands', commands)
}
