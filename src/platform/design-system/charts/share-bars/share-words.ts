import type { DrawingTable } from '../drawing.ts'
import { isDrawable, numberText, percentText } from '../numbers.ts'
import { byVolume, type IssueVolume, type IssueVolumes, shareOf } from './issue-volumes.ts'

/** "4,352", or why there is none. */
export const countText = ({ count, reason }: IssueVolume) =>
  isDrawable(count) ? numberText(count) : `cannot be ascertained${reason ? `: ${reason}` : ''}`

/** "4,352 (38.0 %)"; the count alone when there is no base. */
export function volumeText(issue: IssueVolume, crimeTotal: number | null): string {
  const share = shareOf(issue, crimeTotal)
  return share === undefined ? countText(issue) : `${countText(issue)} (${percentText(share)})`
}

/** One paragraph: all crime, the largest issues with their shares, and anti-social behaviour apart. */
export function describeShares({ crimes, crimeTotal, antisocialBehaviour, area, period }: IssueVolumes): string {
  const order = byVolume(crimes).filter(({ count }) => isDrawable(count))
  const total = isDrawable(crimeTotal) ? ` of ${numberText(crimeTotal)} recorded crimes` : ''
  const sentences = [
    order.length
      ? `Bars of the volume of each type${total}, ${area}, ${period}, largest first.`
      : `No counts of crime to show, ${area}, ${period}.`,
  ]
  if (order.length)
    sentences.push(
      `${order
        .slice(0, 3)
        .map((issue) => `${issue.label}: ${volumeText(issue, crimeTotal)}`)
        .join('; ')}.`,
    )
  if (antisocialBehaviour)
    sentences.push(
      `Apart from crime: ${antisocialBehaviour.label}, ${countText(antisocialBehaviour)}${isDrawable(antisocialBehaviour.count) ? ' incidents' : ''}.`,
    )
  return sentences.join(' ')
}

export function sharesTable({ crimes, crimeTotal, antisocialBehaviour, area, period }: IssueVolumes): DrawingTable {
  const rows = byVolume(crimes).map((issue) => {
    const share = shareOf(issue, crimeTotal)
    return [issue.label, countText(issue), share === undefined ? '' : percentText(share)]
  })
  if (isDrawable(crimeTotal)) rows.push(['All crime', numberText(crimeTotal), crimeTotal > 0 ? percentText(100) : ''])
  if (antisocialBehaviour) rows.push([antisocialBehaviour.label, countText(antisocialBehaviour), 'not part of crime'])
  return {
    caption: `Recorded volume by type, ${area}, ${period}`,
    head: [{ text: 'Type' }, { text: 'Recorded', numeric: true }, { text: 'Share of crime', numeric: true }],
    rows,
  }
}
