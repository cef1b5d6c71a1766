import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Catalogue } from '../../platform/evidence/catalogue.ts'
import type { EvidenceFolder } from '../../platform/evidence/evidence-folder.ts'
import { districtOfLsoaName } from '../../vocabulary/areas/index.ts'

type Shapes = FeatureCollection<Polygon | MultiPolygon, { code: string; name: string; level: string }>

/** How many of the codes counted must have a shape: with the zones of another census most would be missing. */
const ENOUGH = 0.5

/**
 * The imported boundaries of a district's LSOAs, of the census whose codes the counts carry; undefined when none are loaded.
 */
export async function districtShapes(
  folder: EvidenceFolder,
  catalogue: Catalogue,
  district: string,
  lsoaCodes: string[],
): Promise<Shapes | undefined> {
  const counted = new Set(lsoaCodes)
  let best: { shapes: Shapes; known: number } | undefined
  for (const { file } of catalogue.references.filter(({ kind }) => kind === 'boundaries')) {
    const all: Shapes = JSON.parse(await readFile(join(folder.references, file), 'utf8'))
    const features = all.features.filter(
      ({ properties: { level, code, name } }) =>
        level === 'lsoa' && (counted.has(code) || districtOfLsoaName(name)?.code === district),
    )
    const known = features.filter(({ properties: { code } }) => counted.has(code)).length
    if (known > (best?.known ?? 0)) best = { shapes: { type: 'FeatureCollection', features }, known }
  }
  return best && best.known >= counted.size * ENOUGH ? best.shapes : undefined
}
