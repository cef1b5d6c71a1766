import { expect, it } from 'vitest'
import { templates } from './environment.ts'

const heading = 'platform/design-system/templates/heading.sample.njk'

it('prints values escaped', () =>
  expect(templates().render(heading, { text: '<b>5 & 6</b>' })).toContain('&lt;b&gt;5 &amp; 6&lt;/b&gt;'))

it('leaves an undefined value blank for a reader', () => expect(templates().render(heading, {})).toContain('<h1></h1>'))

it('throws for an undefined value in a test', () =>
  expect(() => templates({ strict: true }).render(heading, {})).toThrow(/null or undefined/))

it('lets the official macros print undefined values even in a test', () =>
  expect(templates({ strict: true }).render(heading, { text: 'Ward' })).toContain('govuk-textarea'))
