import { describe, expect, it } from 'vitest'
import * as library from '../src/index.ts'
import { agrees, workedExamples } from './examples.ts'

const names = Object.keys(library)
const functions = Object.entries(library).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []))
const evaluate = (code: string) => new Function(...names, `return (${code})`)(...Object.values(library)) as unknown

const examples = workedExamples()

describe('worked examples of the docstrings', () => {
  for (const { expression, written } of examples)
    it(`${expression} is ${written}`, () => {
      const found = evaluate(expression)
      expect(agrees(found, evaluate(written)), `found ${JSON.stringify(found)}`).toBe(true)
    })

  it('every exported function has at least one', () => {
    const missing = functions.filter((name) => !examples.some(({ expression }) => expression.startsWith(`${name}(`)))
    expect(missing).toEqual([])
  })
})
