import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as library from '../src/index.ts'
import { agrees } from './examples.ts'

const README = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

describe('the README', () => {
  it('calls only functions that there are', () => {
    const questions = README.slice(README.indexOf('| You ask'), README.indexOf('## Install'))
    const called = [...questions.matchAll(/\b([a-z]\w+)\(/g)].map(([, name]) => name!)
    expect(called.length).toBeGreaterThan(30)
    expect(called.filter((name) => !(name in library))).toEqual([])
  })

  it('gives the results of its example', () => {
    const code = README.match(/```ts\nimport .*\n([\s\S]*?)```/)![1]!
    const [before, after] = code.split('\n\nfound.change ') as [string, string]
    const lines = [...`found.change ${after}`.matchAll(/^(.+?) \/\/ ('[^']*'|-?[\d.]+)/gm)]
    expect(lines.length).toBe(6)
    const run = new Function(
      ...Object.keys(library),
      `${before}\nreturn [${lines.map(([, expression]) => expression).join(', ')}]`,
    )
    const found = run(...Object.values(library)) as unknown[]
    const faults = lines.flatMap(([line, , written], i) =>
      agrees(found[i], new Function(`return ${written}`)()) ? [] : [`${line}, but it is ${found[i]}`],
    )
    expect(faults).toEqual([])
  })
})
