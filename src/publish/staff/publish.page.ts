import { type FigureWords, figureView } from '../../platform/design-system/figure/figure-view.ts'
import type { TableView } from '../../platform/design-system/table/table.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import type { Figure } from '../../vocabulary/figure.ts'
import { dateInWords } from '../../vocabulary/period/words.ts'
import type { Edition } from '../editions/edition.ts'

/** A figure as an edition's `figures.json` holds it. */
export type PublishedFigure = Figure & { words: Omit<FigureWords, 'changeFigure'>; change?: Figure }

export interface PublishFacts {
  edition: Edition | null
  figures: PublishedFigure[]
  /** address of the public site, once it listens */
  publicSite: string | undefined
  currentRelease: string | undefined
}

/** Which edition residents read, when it was published, and what its figures rest on. */
export function publishPage({ edition, figures, publicSite, currentRelease }: PublishFacts) {
  const page = { pageTitle: 'What residents can read', breadcrumbs: [{ text: 'Home', href: '/' }] }
  if (!edition) return { ...page, edition: null, publicSite: publicSite ?? null }
  const { title, publishedOn, synthetic, files } = edition.manifest
  const bytes = files.reduce((sum, { length }) => sum + length, 0)
  return {
    ...page,
    publicSite: publicSite ?? null,
    edition: {
      title,
      synthetic,
      facts: [
        { key: 'Published', value: dateInWords(publishedOn) },
        { key: 'Edition', value: `${edition.manifest.number}` },
        { key: 'Figures rest on', value: releasesInWords(figures, currentRelease) },
        {
          key: 'Files',
          value: `${number(files.length)} files, ${number(bytes / 1024)} KB in all; each is checked against the edition’s list before it is served`,
        },
        { key: 'Identity', value: edition.id },
      ],
      figures: figuresTable(figures),
    },
  }
}

/** An edition never changes: when the evidence does, the page says that it has. */
function releasesInWords(figures: PublishedFigure[], current: string | undefined): string {
  const releases = [
    ...new Set(
      figures.flatMap(({ reference: { source } }) => (source.kind === 'evidence release' ? [source.release] : [])),
    ),
  ]
  if (releases.length === 0) return 'no evidence release'
  const known = releases.map((id) => id.slice(0, 12)).join(', ')
  const isCurrent = releases.every((id) => id === current)
  return `evidence release ${known}${isCurrent ? ', the current one' : '. A newer release is current: the figures may have changed since'}`
}

const figuresTable = (figures: PublishedFigure[]): TableView => ({
  caption: 'Published figures',
  captionHidden: true,
  columns: [
    { text: 'Figure' },
    { text: 'Where and when' },
    { text: 'Value', numeric: true },
    { text: 'Recorded change' },
    { text: 'Verdict' },
  ],
  rows: figures.map(({ words, change, ...figure }) => {
    const view = figureView(figure, { ...words, ...(change && { changeFigure: change }) }, { plain: true })
    return {
      cells: [
        { text: view.counts.charAt(0).toUpperCase() + view.counts.slice(1) },
        { text: `${view.where}, ${view.when}` },
        { text: view.value ?? 'cannot be ascertained', href: view.href },
        view.change ? { text: view.change, href: view.changeHref ?? view.href } : { text: 'not given' },
        view.verdict ? { verdict: view.verdict } : { text: 'not given' },
      ],
    }
  }),
})
