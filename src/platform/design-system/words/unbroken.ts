import nunjucks from 'nunjucks'

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/**
 * Keeps a number and its unit on one line, `−10.2 %` or `φ = 9.5`, as a template filter. The text stays as typed, with
 * ordinary spaces, so that searching and copying find what was written.
 */
export const unbroken = (text: string) =>
  new nunjucks.runtime.SafeString(
    text
      .replace(/[&<>"']/g, (character) => ESCAPES[character]!)
      .replace(/[+−]?[\d,.]*\d %|φ = [\d.]*\d/g, '<span class="tapestry-nowrap">$&</span>'),
  )
