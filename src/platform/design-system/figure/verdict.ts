import type { Verdict } from '../../../vocabulary/figure.ts'

/** A verdict as it is drawn: the word first, a shape of its own, and a colour that only repeats them. */
export interface VerdictView {
  text: string
  /** which shape: see figure.njk */
  shape: 'up' | 'down' | 'level' | 'unknown'
  tone: 'better' | 'worse' | 'neutral' | 'unknown'
}

const SHAPES: Record<Verdict, Omit<VerdictView, 'tone'>> = {
  rise: { text: 'Rise', shape: 'up' },
  fall: { text: 'Fall', shape: 'down' },
  'no clear change': { text: 'No clear change', shape: 'level' },
  'cannot be ascertained': { text: 'Cannot be ascertained', shape: 'unknown' },
}

/** @param polarity whether more of what is counted is worse, better or neither: without it no verdict takes a side */
export function verdictView(
  verdict: Verdict,
  polarity: 'more is worse' | 'more is better' | 'neither' = 'neither',
): VerdictView {
  return { ...SHAPES[verdict], tone: toneOf(verdict, polarity) }
}

function toneOf(verdict: Verdict, polarity: string): VerdictView['tone'] {
  if (verdict === 'cannot be ascertained') return 'unknown'
  if (verdict === 'no clear change' || polarity === 'neither') return 'neutral'
  return (verdict === 'rise') === (polarity === 'more is worse') ? 'worse' : 'better'
}
