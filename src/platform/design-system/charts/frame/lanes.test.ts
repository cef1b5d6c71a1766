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
