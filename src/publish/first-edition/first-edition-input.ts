import type { FigureWords } from '../../platform/design-system/figure/figure-view.ts'
import type { TableView } from '../../platform/design-system/table/table.ts'
import type { Figure } from '../../vocabulary/figure.ts'
import type { PublicPartnership } from '../pages/public-site.ts'

/** What is to be published: figures as they were computed, with the words that go round them. */
export interface FirstEditionInput {
  /** the finding in a sentence: `Anti-social behaviour in Dartford shows no clear change` */
  title: string
  /** a sentence or two under it */
  summary: string
  partnership: PublicPartnership
  /** business date, `YYYY-MM-DD` */
  publishedOn: string
  /** made from demonstration evidence: every document of the edition says so */
  synthetic: boolean
  /** in the order they are to be read; the first four stand on the home page */
  figures: { figure: Figure; words: FigureWords }[]
  /** the comparison with other districts */
  districts?: TableView
  /** what a reader must know: coverage, missing months, how incidents are counted */
  notes: string[]
}
