/**
 * The street-level file of data.police.uk: twelve columns, in this order, longitude before latitude. One row is one
 * recorded crime or one anti-social behaviour incident, placed at a published map point near where it happened.
 */
export const POLICE_STREET_COLUMNS = [
  'Crime ID',
  'Month',
  'Reported by',
  'Falls within',
  'Longitude',
  'Latitude',
  'Location',
  'LSOA code',
  'LSOA name',
  'Crime type',
  'Last outcome category',
  'Context',
] as const

export const POLICE_STREET_HEADER = POLICE_STREET_COLUMNS.join(',')
