/**
 * The categories of the police's published street-level data, by their published names (data.police.uk, in use since
 * May 2013). Anti-social behaviour incidents are not crimes: they have a base of their own and never enter *total crime*.
 */
export const ASB = 'Anti-social behaviour'

export const CRIME_TYPES = [
  'Bicycle theft',
  'Burglary',
  'Criminal damage and arson',
  'Drugs',
  'Other crime',
  'Other theft',
  'Possession of weapons',
  'Public order',
  'Robbery',
  'Shoplifting',
  'Theft from the person',
  'Vehicle crime',
  'Violence and sexual offences',
] as const

export const TYPES: readonly string[] = [ASB, ...CRIME_TYPES]

/** `crime` or `asb`: which base a type is counted in. */
export type OffenceGroup = 'crime' | 'asb'
export const groupOf = (type: string): OffenceGroup => (type === ASB ? 'asb' : 'crime')

/** The part of an address for a type: `violence-and-sexual-offences`. */
export const slugOf = (type: string) =>
  type
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
export const typeOfSlug = (slug: string) => TYPES.find((type) => slugOf(type) === slug)
