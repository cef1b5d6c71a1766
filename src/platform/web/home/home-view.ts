import type { FigureView } from '../../design-system/figure/figure-view.ts'

/** Something a person should do or know today. */
export interface AttentionItem {
  title: string
  href?: string
  /** why, in a sentence */
  text?: string
  /** when, in words: `due in 3 days` */
  due?: string
}

/** What the home page shows above the cycle. Everything may be absent: an empty page says what belongs on it. */
export interface HomeView {
  /** what the reader is looking at, in a sentence or two */
  lede?: string
  /** the main thing to open: `Open the strategic assessment` */
  action?: { text: string; href: string }
  attention?: AttentionItem[]
  figuresHeading?: string
  figures?: FigureView[]
  /** the state of the evidence: `Deliveries`, `64 months, October 2016 to January 2022` */
  evidence?: { key: string; value: string; href?: string }[]
}
