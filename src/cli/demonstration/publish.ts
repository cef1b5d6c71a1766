import { DEMONSTRATION } from '../../../demo/demonstration.ts'
import { type Assessment, assess, figureRegister, type Issue, referencesOf } from '../../assess/index.ts'
import { againstInWords, countedInWords, polarityOf } from '../../assess/strategic-assessment/words.ts'
import { OPEN, openEvidence } from '../../collate/index.ts'
import type { FigureWords } from '../../platform/design-system/figure/figure-view.ts'
import { number } from '../../platform/design-system/words/numbers.ts'
import { evidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { type FirstEditionInput, publishFirstEdition } from '../../publish/index.ts'
import { ASB } from '../../vocabulary/offence.ts'
import { dateInWords, periodInWords } from '../../vocabulary/period/words.ts'
import { demonstrationStandings } from './standings.ts'

/** The year the source strategy speaks of. */
export const STRATEGY_YEAR = '2021-09'

/** Publishes the demonstration's figures for the year of its strategy: district totals only, so nothing small is shown. */
export async function publishDemonstration(dataFolder: string): Promise<void> {
  const store = openEvidence(dataFolder)
  try {
    const wish = { area: DEMONSTRATION.district, yearEnding: STRATEGY_YEAR }
    const assessment = await assess(await store.read(OPEN), wish, demonstrationStandings(dataFolder))
    figureRegister(evidenceFolder(dataFolder).figures).remember(referencesOf(assessment)) // so that what is published opens
    await publishFirstEdition(dataFolder, editionInput(assessment))
  } finally {
    store.close()
  }
}

function editionInput(assessment: Assessment): FirstEditionInput {
  const asb = assessment.issues.find(({ subject }) => subject === ASB)!
  const { area, periods } = assessment
  return {
    title: `Crime and anti-social behaviour in ${area.name}`,
    summary: `What the police recorded in the ${periodInWords(periods.current)}, how it changed, and how sure we can be.`,
    partnership: { name: DEMONSTRATION.partnership, district: area.name },
    publishedOn: DEMONSTRATION.businessDate,
    synthetic: assessment.synthetic,
    figures: [
      { figure: assessment.total.volume, words: wordsOf(assessment, assessment.total, 'previous') },
      { figure: asb.volume, words: wordsOf(assessment, asb, 'previous') },
      ...assessment.issues
        .filter((issue) => issue !== asb)
        .map((issue) => ({ figure: issue.volume, words: wordsOf(assessment, issue, 'previous') })),
    ],
    districts: {
      caption: `Recorded crime by district, ${periodInWords(periods.current)}`,
      columns: [
        { text: 'District' },
        { text: 'Recorded crimes', numeric: true },
        { text: 'Rate', unit: 'per 1,000 residents', numeric: true },
      ],
      rows: assessment.total.districts.map(({ name, volume, rate, isThisArea }) => ({
        current: isThisArea,
        cells: [
          { text: name },
          { text: number(volume.result.value!) },
          { text: rate.result.value === null ? 'not known' : number(rate.result.value, 1) },
        ],
      })),
      note: 'All recorded crime without anti-social behaviour. Rates are by residents: where many people visit, they overstate the risk to each.',
    },
    notes: [
      ...(assessment.synthetic
        ? [
            `Synthetic: made for a demonstration on ${dateInWords(DEMONSTRATION.businessDate)}. Nothing here describes a real incident.`,
          ]
        : []),
      'Police-recorded: not everything that happens is reported or recorded.',
      ...assessment.breaks.map(({ note }) => note),
    ],
  }
}

function wordsOf({ area, periods }: Assessment, issue: Issue, against: 'previous'): FigureWords {
  const before = issue.previousVolume.result.value
  return {
    counts: countedInWords(issue.subject, issue.volume.result.value),
    where: area.name,
    when: periodInWords(periods.current),
    ...(before !== null && { change: { before, against: againstInWords(periods.current, periods[against]) } }),
    changeFigure: issue[against].wholeYears,
    polarity: polarityOf(issue.subject),
  }
}
