import { makingDataCountSignals, nelsonSignals, westernElectricSignals } from '../../../src/index.ts'
import { compared, type OracleItem } from '../../item.ts'

/** A series or limits month by month, null where there is none. */
export type Values = (number | null)[]

export interface Rules {
  z: Values
  nelson: Record<string, number[]>
  western_electric: Record<string, number[]>
  nhs_mdc: Record<string, number[]>
}

export function* ruleItems(
  what: string,
  y: Values,
  centre: number,
  sigma: number,
  rules: Rules,
): Generator<OracleItem> {
  const nelson = nelsonSignals(y, centre, sigma)
  const electric = westernElectricSignals(y, centre, sigma)
  const nhs = makingDataCountSignals(y, centre, sigma)
  yield compared(`${what}: distances from the centre`, 'nelsonSignals', 1e-9, [[nelson.z, rules.z]])
  yield signals(`${what}: Nelson`, 'nelsonSignals', rules.nelson, {
    r1_beyond_3s: nelson.beyondThreeSigma,
    r2_9_same_side: nelson.nineOnOneSide,
    r3_6_points_trend: nelson.sixInTrend,
    r4_14_alternating: nelson.fourteenAlternating,
    r5_2of3_beyond_2s: nelson.twoOfThreeBeyondTwoSigma,
    r6_4of5_beyond_1s: nelson.fourOfFiveBeyondOneSigma,
    r7_15_within_1s: nelson.fifteenWithinOneSigma,
    r8_8_outside_1s: nelson.eightOutsideOneSigma,
  })
  yield signals(`${what}: Western Electric`, 'westernElectricSignals', rules.western_electric, {
    we1: electric.beyondThreeSigma,
    we2_2of3_2s: electric.twoOfThreeBeyondTwoSigma,
    we3_4of5_1s: electric.fourOfFiveBeyondOneSigma,
    we4_8_same_side: electric.eightOnOneSide,
  })
  yield signals(`${what}: making data count`, 'makingDataCountSignals', rules.nhs_mdc, {
    shift_7_same_side: nhs.sevenOnOneSide,
    trend_7_points: nhs.sevenInTrend,
    two_of_three_beyond_2s_incl_current_any: nhs.twoOfThreeNearLimit,
  })
}

const signals = (item: string, name: string, expected: Record<string, number[]>, found: Record<string, number[]>) =>
  compared(
    item,
    name,
    0,
    Object.entries(expected).map(([rule, places]) => [found[rule], places] as const),
    'absolute',
  )
