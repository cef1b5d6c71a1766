import { DEMONSTRATION } from '../../../demo/demonstration.ts'
import { illustrativeCells } from '../../../demo/geography/illustrative-cells.ts'
import { type AssessPorts, figureRegister } from '../../assess/index.ts'
import { districtShapes, type EvidenceStore, OPEN } from '../../collate/index.ts'
import { evidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { STRATEGY_YEAR } from '../demonstration/publish.ts'
import { demonstrationStandings } from '../demonstration/standings.ts'

/** Everything the assessing pages lean on, over one data folder. */
export function assessPorts(dataFolder: string, store: EvidenceStore, demonstration: boolean): AssessPorts {
  return {
    evidence: (release) => (release ? store.read(OPEN, release) : store.read(OPEN)),
    register: figureRegister(evidenceFolder(dataFolder).figures),
    standingOf: demonstrationStandings(dataFolder),
    ...(demonstration && { homeDistrict: DEMONSTRATION.district, homeYearEnding: STRATEGY_YEAR }),
    async shapes(district, codes) {
      const { folder, catalogue } = await store.read(OPEN)
      const imported = await districtShapes(folder, catalogue, district, codes)
      if (imported) return { features: imported, illustrative: false }
      return demonstration ? { features: illustrativeCells(district), illustrative: true } : undefined
    },
  }
}
