import nunjucks from 'nunjucks'
import { escapeHtml } from './escape-html.ts'

/**
 * Keeps a number and its unit on one line, `−10.2 %` or `φ = 9.5`, as a template filter. The text stays as typed, with
 * ordinary spaces, so that searching and copying find what was written.
 */
export const unbroken = (text: string) =>
  new nunjucks.runtime.SafeString(
    escapeHtml(text).replace(/[+−]?[\d,.]*\d %|φ = [\d.]*\d/g, '<span class="tapestry-nowrap">$&</span>'),
  )
