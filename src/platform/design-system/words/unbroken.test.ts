import { expect, it } from 'vitest'
import { unbroken } from './unbroken.ts'

it('keeps a percentage on one line and its text as it was', () =>
  expect(String(unbroken('291 fewer, −10.2 %.'))).toBe('291 fewer, <span class="tapestry-nowrap">−10.2 %</span>.'))

it('escapes what it is given', () => expect(String(unbroken('<b> & 5 %'))).toContain('&lt;b&gt; &amp; '))
