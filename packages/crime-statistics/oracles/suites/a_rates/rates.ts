import { byarsInterval } from '../../../src/index.ts'
import { compared, type OracleSuite } from '../../item.ts'

type Limits = [number, number]

interface Rates {
  count_limits: { count: number; byar95: Limits }[]
}

const limits = ({ lower, upper }: { lower: number; upper: number }) => [lower, upper]

export const suite: OracleSuite<Rates> = function* ({ count_limits }) {
  yield compared(
    'Byar limits of counts, 95 %',
    'byarsInterval',
    1e-9,
    count_limits.map(({ count, byar95 }) => [limits(byarsInterval(count)), byar95]),
  )
}
