import { breaksInMean, changesInMean, changesInRate, seasonallyAdjusted } from '../../../src/index.ts'
import { compared, type OracleItem } from '../../item.ts'
import type { Values } from './run-rules.ts'

export interface ChangesCase {
  y: Values
  minseg: number
  sigma2: number | null
  [search: string]: unknown
}

export function* changeItems(name: string, expected: ChangesCase): Generator<OracleItem> {
  const { y, minseg: minimumLength, sigma2 } = expected
  for (const [search, result] of Object.entries(expected)) {
    const penalised = /^(gaussian|poisson)_pen_([\d.]+)logn$/.exec(search)
    const criterion = /^strucchange_bai_perron_h(\d+)_bic$/.exec(search)
    const what = `changes of ${name}, ${search}`
    if (penalised) {
      const { changepoints, objective } = result as { changepoints: number[]; objective: number }
      const options = { penalty: Number(penalised[2]), minimumLength }
      const gaussian = penalised[1] === 'gaussian'
      const called = gaussian ? 'changesInMean' : 'changesInRate'
      const found = gaussian ? changesInMean(y, options) : changesInRate(y, options)
      yield compared(`${what}: places`, called, 0, [[found.changes, changepoints]])
      yield compared(`${what}: objective`, called, 1e-9, [
        [found.objective, objective],
        ['variance' in found ? (found.variance as number) : sigma2, sigma2],
      ])
    }
    if (criterion) yield* criterionItems(what, breaksInMean(y, { minimumLength: Number(criterion[1]) }), result)
  }
}

function* criterionItems(what: string, found: ReturnType<typeof breaksInMean>, result: unknown): Generator<OracleItem> {
  const expected = result as { breakpoints: number[]; rss_by_breaks: number[]; bic_by_breaks: Values }
  const shown = expected.rss_by_breaks.length
  yield compared(`${what}: places`, 'breaksInMean', 0, [[found.breaks, expected.breakpoints]])
  yield compared(`${what}: residuals and BIC by number`, 'breaksInMean', 1e-9, [
    [found.residuals.slice(0, shown), expected.rss_by_breaks],
    [found.bic.slice(0, shown), expected.bic_by_breaks],
  ])
}

/** Adjusted series are given to three decimals, so they can agree to half a thousandth only. */
export function* adjustedItems(changepoints: Record<string, ChangesCase>): Generator<OracleItem> {
  for (const [name, { y }] of Object.entries(changepoints)) {
    const raw = changepoints[name.split(' | seasonally adjusted')[0]!]
    if (!name.includes(' | seasonally adjusted') || !raw) continue
    const adjusted = seasonallyAdjusted(raw.y as number[], { seasonalWindow: 'periodic' })
    yield compared(`${name}: the adjusted series`, 'seasonallyAdjusted', 5.0001e-4, [[adjusted, y]], 'absolute')
  }
}
