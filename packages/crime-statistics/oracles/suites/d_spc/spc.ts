import type { OracleSuite } from '../../item.ts'
import { adjustedItems, type ChangesCase, changeItems } from './changes.ts'
import { type CCase, cItems, type PCase, pItems, type UCase, uItems, type XmrCase, xmrItems } from './charts.ts'
import { type CusumCase, cusumItems, type EwmaCase, ewmaItems, runLengthItems } from './cusum-ewma.ts'
import type { Values } from './run-rules.ts'

interface Spc {
  xmr: Record<string, { y: Values } & Record<string, XmrCase>>
  c: Record<string, CCase>
  u: Record<string, UCase>
  p: Record<string, PCase>
  cusum: Record<string, { y: Values; baseline: string } & Record<string, CusumCase>>
  cusum_arl: Record<string, number | string>
  ewma: Record<string, EwmaCase>
  changepoints: Record<string, ChangesCase>
}

export const suite: OracleSuite<Spc> = function* (data) {
  for (const [name, { y, ...cases }] of Object.entries(data.xmr))
    for (const [base, expected] of Object.entries(cases)) yield* xmrItems(`XmR of ${name}, ${base}`, y, expected)
  for (const [name, expected] of Object.entries(data.c)) yield* cItems(`c chart of ${name}`, expected)
  for (const [name, expected] of Object.entries(data.u)) yield* uItems(`u chart of ${name}`, expected)
  for (const [name, expected] of Object.entries(data.p)) yield* pItems(`p chart of ${name}`, expected)
  for (const [name, { y, baseline: _, ...cases }] of Object.entries(data.cusum)) yield* cusumItems(name, y, cases)
  for (const [name, length] of Object.entries(data.cusum_arl)) yield* runLengthItems(name, length)
  for (const [name, expected] of Object.entries(data.ewma))
    yield* ewmaItems(name, expected, seriesOf(data, name, expected))
  for (const [name, expected] of Object.entries(data.changepoints)) yield* changeItems(name, expected)
  yield* adjustedItems(data.changepoints)
}

/** The file names the EWMA's series by a short name and leaves its values out: it is the one of the file whose first month agrees. */
function seriesOf({ xmr, changepoints }: Spc, name: string, { ewma, mu, lambda }: EwmaCase): Values {
  const given = xmr[name]?.y
  if (given) return given
  const agrees = (value: number | null | undefined) =>
    typeof value === 'number' && Math.abs(lambda * value + (1 - lambda) * mu - ewma[0]!) < 1e-9 * Math.abs(mu)
  const candidates = [...Object.values(xmr), ...Object.values(changepoints)].map(({ y }) => y as Values)
  const found = candidates.find((y) => y.length === ewma.length && agrees(y[0]))
  if (!found) throw new RangeError(`no series of the file is the one of EWMA ${name}`)
  return found
}
