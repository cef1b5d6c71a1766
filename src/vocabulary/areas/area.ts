/** A police force, as far as areas and published files are concerned. */
export interface Force {
  /** ONS police force area, such as `E23000032`; null for British Transport Police, which is territorial to nowhere */
  code: string | null
  /** `Kent` */
  name: string
  /** the name it publishes under, `Kent Police`: what the feed writes in *Reported by* and *Falls within* */
  publisher: string
  /** its short name on data.police.uk: `kent` */
  slug: string
}

/** A former district, or a former name of a present one, and the present district it belongs to. */
export interface Succession {
  formerCode: string
  formerName: string
  /** the present district */
  code: string
  /** first year the ONS no longer listed the former; undefined when that was before 2016, the first list held */
  since?: number
}

/** A local authority district of England or Wales: county district, unitary authority, borough or city. */
export interface District {
  code: string
  name: string
  nation: 'England' | 'Wales'
  /** the county whose district it is; null for unitary authorities, metropolitan and London boroughs, and Wales */
  county: { code: string; name: string } | null
  /** null in Wales, which has no regions */
  region: { code: string; name: string } | null
  force: Force
}

/** A district looked up by a code or name; `formerly` says that a former one was followed to the present. */
export type FoundDistrict = District & { formerly?: Succession }

export interface Partnership {
  code: string
  /** as the ONS listed it in 2024: it may be a district's former name, as `Shepway` is */
  name: string
  /** present codes of every district it covers, in code order */
  districtCodes: readonly string[]
}

export interface Population {
  residents: number
  /** the census's reference date is 21 March (27 March in 2011), an estimate's 30 June */
  year: number
  kind: 'Census 2021' | 'Census 2011' | 'mid-year estimate'
  households?: number
  /** residents aged 10 to 17, the base of youth justice rates; known for estimates only */
  aged10To17?: number
  source: string
}
