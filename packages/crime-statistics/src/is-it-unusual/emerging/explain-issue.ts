interface Issue {
  observed: number
  expected: number
  upperBound: number
  p: number
  month: number
  since: number
}

/** One or two sentences that say what stands out, for a list of alerts. */
export function explainIssue({ observed, expected, upperBound, p, month, since }: Issue, alpha: number): string {
  const months = month - since + 1
  const usual = expected < 0.05 ? 'none is' : `${shown(expected)} are`
  const share = Number((100 * (1 - alpha)).toPrecision(4))
  return [
    `${observed} recorded where ${usual} usual for the time of year; ${share} % of usual months have at most ${Math.floor(upperBound)}.`,
    `A count this high would come ${rarity(p)}.`,
    months === 1 ? 'Above the bound this month only.' : `Above the bound for ${months} months.`,
  ].join(' ')
}

const shown = (value: number) => (value < 100 ? value.toFixed(1) : String(Math.round(value)))

function rarity(p: number): string {
  if (p < 1e-9) return 'less than once in a billion usual months'
  return `about once in ${Number((1 / p).toPrecision(2)).toLocaleString('en-GB')} usual months`
}
