import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Delivery } from '../../platform/evidence/catalogue.ts'
import { decideAdmissions, supersessions } from './decide-supersession.ts'

const delivery = fc.record({
  id: fc.stringMatching(/^[0-9a-f]{8}$/),
  feed: fc.constant('police-street'),
  kind: fc.constantFrom('street', 'extract'),
  asAt: fc.constantFrom('2025-05', '2025-06', '2025-06-02'),
  receivedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
  holds: fc.uniqueArray(
    fc.record({
      publisher: fc.constantFrom('kent', 'surrey'),
      month: fc.constantFrom('2025-01', '2025-02', '2025-03'),
    }),
    { minLength: 1, maxLength: 4, selector: ({ publisher, month }) => publisher + month },
  ),
}) as unknown as fc.Arbitrary<Delivery>
const deliveries = fc.uniqueArray(delivery, { minLength: 1, maxLength: 8, selector: ({ id }) => id })

describe('decideAdmissions', () => {
  it('gives the same for the same deliveries, in whatever order they stand', () =>
    fc.assert(
      fc.property(
        deliveries.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          expect(decideAdmissions(shuffled)).toEqual(decideAdmissions(all))
        },
      ),
    ))

  it('admits every month that any delivery holds, once for each publisher', () =>
    fc.assert(
      fc.property(deliveries, (all) => {
        const held = new Set(all.flatMap(({ holds }) => holds.map(({ publisher, month }) => `${publisher} ${month}`)))
        const admitted = decideAdmissions(all).flatMap(({ publisher, months }) =>
          months.map((month) => `${publisher} ${month}`),
        )
        expect(admitted.sort()).toEqual([...held].sort())
      }),
    ))

  it('never prefers an extract, nor an earlier as-at, nor an earlier import', () =>
    fc.assert(
      fc.property(deliveries, (all) => {
        const rank = ({ kind, asAt, receivedAt }: Delivery) =>
          `${kind === 'street' ? 1 : 0} ${asAt.padEnd(10)} ${receivedAt}`
        for (const { delivery, publisher, months } of decideAdmissions(all))
          for (const other of all)
            for (const held of other.holds)
              if (held.publisher === publisher && months.includes(held.month))
                expect(rank(all.find(({ id }) => id === delivery)!) >= rank(other)).toBe(true)
      }),
    ))
})

describe('supersessions', () => {
  it('are none when nothing is added', () =>
    fc.assert(
      fc.property(deliveries, (all) => {
        const changed = supersessions(all, all)
        expect(changed).toEqual([])
      }),
    ))
})
