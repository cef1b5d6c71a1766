import { readFileSync } from 'node:fs'

/** One 2011 lower layer super output area (about 1,700 residents), as typed facts. */
export interface Lsoa {
  code: string
  /** as police files print it up to 2022: `Dartford 005C`, `Shepway 014A` */
  name: string
  districtCode: string
  /** residents, mid-2020 estimate */
  population: number
  /** centroid, degrees east and north, four decimals */
  longitude: number
  latitude: number
}

function table(file: string): readonly Lsoa[] {
  const lines = readFileSync(new URL(file, import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => /^E\d{8},/.test(line)) // leaves out the source line and the header
    .map((line) => {
      const [code, name, districtCode, population, longitude, latitude] = line.split(',') as string[]
      return {
        code: code!,
        name: name!,
        districtCode: districtCode!,
        population: Number(population),
        longitude: Number(longitude),
        latitude: Number(latitude),
      }
    })
}

/** The 1,065 areas of the twelve Kent districts and Medway, in code order. ONS, Open Government Licence v3.0. */
export const KENT_LSOAS = table('kent-lsoa-2011.csv')

/** The 244 areas of Bexley and Thurrock: for rows placed outside the force and for a natural edge to Dartford's map. */
export const NEIGHBOUR_LSOAS = table('neighbour-lsoa-2011.csv')
