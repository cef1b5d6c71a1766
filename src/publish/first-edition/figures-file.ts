import type { Figure } from '../../vocabulary/figure.ts'
import { canonicalJson } from '../../vocabulary/figure.ts'
import { csv } from './csv.ts'
import type { FirstEditionInput } from './first-edition-input.ts'

const HEAD =
  'id,counts,where,from,to,value,unit,before,against,lower,upper,level,method,verdict,reason,area_code,measure,source,evidence'

/** Every figure as one row, change figures after the count they belong to. */
export const figuresCsv = ({ figures }: FirstEditionInput) =>
  csv([
    HEAD.split(','),
    ...figures.flatMap(({ figure, words }) => {
      const change = words.change && [words.change.before, words.change.against]
      const count = row(figure, words.counts, words.where, change ?? [null, null])
      if (!words.changeFigure) return [count]
      return [
        count,
        row(words.changeFigure, `change in ${words.counts}`, words.where, [null, words.change?.against ?? null]),
      ]
    }),
  ])

function row({ id, reference, result }: Figure, counts: string, where: string, change: (string | number | null)[]) {
  const { interval } = result
  // biome-ignore format: one line a group of columns, in the order of HEAD
  return [
    id, counts, where, reference.period.from, reference.period.to, result.value, result.unit, ...change,
    interval?.lower ?? null, interval?.upper ?? null, interval?.level ?? null, interval?.method ?? null,
    result.verdict ?? null, result.reason ?? null, reference.area.code, reference.measure, sourceInWords(reference.source),
    result.synthetic ? 'synthetic' : 'recorded',
  ]
}

export const sourceInWords = (source: Figure['reference']['source']) =>
  source.kind === 'evidence release'
    ? `evidence release ${source.release}`
    : `published statement: ${source.citation}, ${source.statedOn}`

/** The same figures with their references whole, so that a program can compute them again. */
export const figuresJson = ({ title, publishedOn, synthetic, figures, notes }: FirstEditionInput) =>
  `${canonicalJson({
    title,
    publishedOn,
    synthetic,
    notes,
    figures: figures.map(({ figure, words: { changeFigure, ...words } }) => ({
      ...figure,
      words,
      change: changeFigure,
    })),
  })}\n`
