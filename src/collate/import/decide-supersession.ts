import type { Admission, Delivery } from '../../platform/evidence/catalogue.ts'
import type { Month } from '../../vocabulary/period/month.ts'

/** One publisher's month in one delivery, as a contender for being the one that is used. */
interface Contender {
  feed: string
  publisher: string
  month: Month
  delivery: Delivery
}

/** A month that changes hands between two states of the catalogue. */
export interface Supersession {
  feed: string
  publisher: string
  month: Month
  from: Delivery
  to: Delivery
}

const contenders = (deliveries: Delivery[]): Contender[] =>
  deliveries.flatMap((delivery) =>
    delivery.holds.map(({ publisher, month }) => ({ feed: delivery.feed, publisher, month, delivery })),
  )

const keyOf = ({ feed, publisher, month }: Omit<Contender, 'delivery'>) => `${feed} ${publisher} ${month}`

/**
 * A whole file goes before an extract, then the later as-at date, then the later command, then the hash: never the order
 * in which one command named them. Without the command, a month downloaded again with the same as-at could lose to the old one.
 */
function goesBefore(a: Delivery, b: Delivery): number {
  if (a.kind !== b.kind) return a.kind === 'extract' ? 1 : -1
  if (a.asAt !== b.asAt) return a.asAt > b.asAt ? -1 : 1
  if (a.receivedAt !== b.receivedAt) return a.receivedAt > b.receivedAt ? -1 : 1
  return a.id < b.id ? -1 : 1
}

function ranked(deliveries: Delivery[]): Map<string, Contender[]> {
  const byKey = Map.groupBy(contenders(deliveries), keyOf)
  for (const list of byKey.values()) list.sort((a, b) => goesBefore(a.delivery, b.delivery))
  return byKey
}

/** Which months of which deliveries are used: the same for the same deliveries, whatever order they came in. */
export function decideAdmissions(deliveries: Delivery[]): Admission[] {
  const winners = [...ranked(deliveries).values()].map((list) => list[0]!)
  const groups = Map.groupBy(winners, ({ delivery, publisher }) => `${delivery.id} ${publisher}`)
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => ({
      delivery: group[0]!.delivery.id,
      feed: group[0]!.feed,
      publisher: group[0]!.publisher,
      kind: group[0]!.delivery.kind,
      months: group.map(({ month }) => month).sort(),
    }))
}

/**
 * The months whose delivery in use becomes another one: compared with the one used before, or, for a month that comes in
 * two versions at once, with the version that loses.
 */
export function supersessions(before: Delivery[], after: Delivery[]): Supersession[] {
  const was = ranked(before)
  return [...ranked(after).entries()].flatMap(([key, list]) => {
    const to = list[0]!
    const from = was.get(key)?.[0] ?? list[1]
    return from && from.delivery.id !== to.delivery.id ? [{ ...to, from: from.delivery, to: to.delivery }] : []
  })
}
