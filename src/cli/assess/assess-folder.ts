import { figureRegister } from '../../assess/figures/figure-register.ts'
import { assess, referencesOf } from '../../assess/strategic-assessment/assess.ts'
import { OPEN, openEvidence } from '../../collate/index.ts'
import { evidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { demonstrationStandings } from '../demonstration/standings.ts'

/** What an assessment can be written as. */
export type Format = 'json' | 'html'

/**
 * The assessment of a district from the evidence of a data folder, as a document, and what its reader must know of it.
 * The figures it shows are remembered, so that their addresses open.
 *
 * @throws Refusal when nothing is held, or when the area or the months are not among what is held
 */
export async function assessFolder(
  dataFolder: string,
  wish: { area: string; yearEnding?: string; baselineYearEnding?: string },
  format: Format,
): Promise<{ text: string; notes: string[] }> {
  const store = openEvidence(dataFolder)
  try {
    const assessment = await assess(await store.read(OPEN), wish, demonstrationStandings(dataFolder))
    figureRegister(evidenceFolder(dataFolder).figures).remember(referencesOf(assessment))
    const notes = assessment.completeness.statements
    if (format === 'json') return { text: `${JSON.stringify(assessment, null, 2)}\n`, notes }
    const { exportHtml } = await import('../../assess/strategic-assessment/export/export-html.ts')
    return { text: exportHtml(assessment), notes }
  } finally {
    store.close()
  }
}
