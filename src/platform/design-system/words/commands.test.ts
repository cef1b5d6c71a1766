import { expect, it } from 'vitest'
import { commands } from './commands.ts'

it('sets a command of a message as code, and escapes the rest', () =>
  expect(String(commands('Import <it> with `tapestry evidence import`.'))).toBe(
    'Import &lt;it&gt; with <code class="tapestry-break">tapestry evidence import</code>.',
  ))
