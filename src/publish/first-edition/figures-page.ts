import { type FigureWords, figureView } from '../../platform/design-system/figure/figure-view.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import type { Figure } from '../../vocabulary/figure.ts'
import { periodInWords } from '../../vocabulary/period/words.ts'
import { sourceInWords } from './figures-file.ts'
import type { FirstEditionInput } from './first-edition-input.ts'

/** How every figure was made, one section each. */
export const figuresPage = ({ figures }: FirstEditionInput) => ({
  pageTitle: 'How the figures were made',
  figures: figures.map(({ figure, words }) => ({
    id: figure.id,
    heading: `${capitalised(words.counts)}, ${words.where}, ${words.when}`,
    synthetic: figure.result.synthetic,
    rows: [
      ...said(figure, words),
      ...made(figure, words),
      ...(words.changeFigure ? changeMade(words.changeFigure) : []),
    ],
  })),
})

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })

/** The figure as it is said elsewhere on the site, with the method's own words kept. */
function said(figure: Figure, words: FigureWords) {
  const { value, change, verdict, interval } = figureView(figure, words)
  return [
    row('Value', value ?? 'Cannot be ascertained'),
    ...(change ? [row('Recorded change', change)] : []),
    ...(verdict ? [row('More than usual variation?', verdict.text)] : []),
    ...(interval ? [row('Interval', interval)] : []),
  ]
}

function made({ id, reference, result }: Figure, { where }: FigureWords) {
  return [
    row('What is counted', `${capitalised(reference.subject)}, by the rule ${reference.measure}`),
    row('Area', `${where} (${reference.area.code}, boundaries of ${reference.area.vintage})`),
    row('Period', capitalised(periodInWords(reference.period))),
    row('Source', capitalised(sourceInWords(reference.source))),
    ...(result.standing ? [row('Standing', result.standing)] : []),
    ...(result.reason ? [row('Why there is no value', result.reason)] : []),
    ...result.caveats.map((caveat) => row('Caveat', caveat)),
    row('Identity', id),
  ]
}

function changeMade({ result }: Figure) {
  const { interval, dispersion } = result
  return [
    ...(interval
      ? [row('Method of the verdict', `${interval.method}, ${number(interval.level * 100)} % interval`)]
      : []),
    ...(dispersion === undefined
      ? []
      : [
          row(
            'Dispersion (φ)',
            `${number(dispersion, 1)}: how much more the months vary than chance alone would have them`,
          ),
        ]),
  ]
}
