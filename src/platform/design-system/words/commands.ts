import nunjucks from 'nunjucks'
import { escapeHtml } from './escape-html.ts'

/** Sets what stands between backticks as a command, in a message that is read on a terminal and on a page alike. */
export const commands = (text: string) =>
  new nunjucks.runtime.SafeString(escapeHtml(text).replace(/`([^`]+)`/g, '<code class="tapestry-break">$1</code>'))
