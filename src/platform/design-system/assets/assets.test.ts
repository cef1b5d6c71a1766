import { describe, expect, it } from 'vitest'
import { assetsOf } from './assets.ts'

const stylesheet = (assets = assetsOf()) => String(assets.files.find(({ path }) => path === 'tapestry.css')?.bytes)

describe('the stylesheet', () => {
  it('holds GOV.UK, MOJ and our own components', () => {
    for (const name of ['.govuk-button', '.moj-badge', '.tapestry-figure']) expect(stylesheet()).toContain(name)
  })

  it('asks for no font, and for nothing of the Crown’s', () =>
    expect(stylesheet().match(/GDS Transport|@font-face|crest\.svg|crown\.(svg|png)/gi)).toBeNull())

  it('asks only for files that are served', () => {
    const served = assetsOf().files.map(({ path }) => path)
    const asked = [...stylesheet().matchAll(/url\(["']?([^)"']+)/g)].map(([, path]) => path!)
    expect(asked.filter((path) => !path.startsWith('data:') && !served.includes(path))).toEqual([])
  })
})

it('a theme has an address of its own, the same for the same tokens', () => {
  expect(assetsOf({ accent: '#4c2c92' }).base).not.toBe(assetsOf().base)
  expect(assetsOf({}).base).toBe(assetsOf().base)
  expect(stylesheet(assetsOf({ accent: '#4c2c92' }))).toContain('#4c2c92')
})
