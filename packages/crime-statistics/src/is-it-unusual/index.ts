export type { AttributeChart, AttributeOptions, LaneyChart, LaneyOptions } from './charts/attribute-chart.ts'
export { type CChart, type CChartOptions, cChart } from './charts/c-chart.ts'
export { type CusumChart, type CusumOptions, cusumChart } from './charts/cusum-chart.ts'
export { type CusumRunLength, cusumRunLength } from './charts/cusum-run-length.ts'
export { type EwmaChart, type EwmaOptions, ewmaChart } from './charts/ewma-chart.ts'
export { laneyPChart } from './charts/laney-p-chart.ts'
export { laneyUChart } from './charts/laney-u-chart.ts'
export type { ChartConstants } from './charts/moving-ranges.ts'
export { pChart } from './charts/p-chart.ts'
export { uChart } from './charts/u-chart.ts'
export { type XmrChart, type XmrMethod, type XmrOptions, xmrChart } from './charts/xmr-chart.ts'
export type { ExpectationBasis, MonthAssessment, NotAssessable } from './emerging/assess-month.ts'
export {
  type EmergingIssue,
  type EmergingIssues,
  type EmergingIssuesOptions,
  emergingIssues,
  type NamedSeries,
} from './emerging/emerging-issues.ts'
export { farringtonFlexible } from './emerging/farrington-flexible.ts'
export type { FarringtonOptions } from './emerging/farrington-rule.ts'
export type { PowerTransform, ThresholdMethod } from './emerging/upper-bound.ts'
export { type MakingDataCountSignals, makingDataCountSignals } from './run-rules/making-data-count-signals.ts'
export { type NelsonSignals, nelsonSignals } from './run-rules/nelson-signals.ts'
export { type WesternElectricSignals, westernElectricSignals } from './run-rules/western-electric-signals.ts'
