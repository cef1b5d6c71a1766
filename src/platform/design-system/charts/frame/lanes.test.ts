import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeInLanes } from './lanes.ts'

const lanesOf = (items: { text: string; from: number; to: number }[]) =>
  Object.fromEntries(placeInLanes(items, 0, 600, 14).placed.map(({ item, lane }) => [item.text, lane]))

it('puts neighbouring spans side by side', () => {
  const lanes = lanesOf([
    { text: 'First', from: 100, to: 200 },
    { text: 'Second', from: 200, to: 300 },
  ])
  expect(lanes).toEqual({ First: 0, Second: 0 })
})

it('puts a span that overlaps another above it', () => {
  const lanes = lanesOf([
    { text: 'First', from: 100, to: 200 },
    { text: 'Second', from: 150, to: 300 },
  ])
  expect(lanes).toEqual({ First: 0, Second: 1 })
})

it('never runs the line of a break through the label of a span', () => {
  const lanes = lanesOf([
    { text: 'A span under the break', from: 100, to: 300 },
    { text: 'Break', from: 200, to: 200 },
  ])
  expect(lanes).toEqual({ Break: 0, 'A span under the break': 1 })
})

it('sets the label of a break at the right edge to its left', () => {
  const { placed } = placeInLanes([{ text: 'New recording system', from: 590, to: 590 }], 0, 600, 14)
  expect(placed[0]).toMatchObject({ anchor: 'end', x: 585, lines: ['New recording system'] })
})

it('keeps any few labels apart on a phone, whatever they mark', () => {
  const item = fc
    .record({
      text: fc.constantFrom(
        'Counting rules changed',
        'Covid restrictions',
        'Year ending September 2021: 2,564',
        'Short',
      ),
      from: fc.integer({ min: 0, max: 300 }),
      length: fc.constantFrom(0, 0, 30, 60),
    })
    .map(({ text, from, length }) => ({ text, from, to: Math.min(320, from + length) }))
  fc.assert(
    fc.property(fc.array(item, { maxLength: 4 }), (items) => {
      // Two breaks within three pixels would share one line: nothing can part those.
      const lines = items.filter(({ from, to }) => from === to).map(({ from }) => from)
      fc.pre(lines.every((a, i) => lines.slice(i + 1).every((b) => Math.abs(a - b) > 3)))
      const { placed } = placeInLanes(items, 0, 320, 13)
      for (const [i, a] of placed.entries())
        for (const b of placed.slice(i + 1))
          if (a.lane === b.lane) expect(a.extent[1] < b.extent[0] || b.extent[1] < a.extent[0]).toBe(true)
    }),
    { seed: 1998, numRuns: 300 },
  )
})
