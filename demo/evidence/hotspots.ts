import type { Month } from '../../src/vocabulary/period/month.ts'
import type { Lsoa } from '../geography/lsoa-table.ts'
import { monthsBetween } from './months-between.ts'
import { chance } from './random.ts'

/**
 * How strongly a type gathers in the busy places: 0 follows residents, 1 multiplies by the place's busyness, more than
 * 1 gathers still closer. Invented, in the order real maps show: shop theft and theft from people most, burglary least.
 */
const GATHERING: Readonly<Record<string, number>> = {
  'Anti-social behaviour': 0.85,
  'Bicycle theft': 1.1,
  Burglary: 0.3,
  'Criminal damage and arson': 0.6,
  Drugs: 0.95,
  'Other crime': 0.6,
  'Other theft': 0.95,
  'Possession of weapons': 0.9,
  'Public order': 0.9,
  Robbery: 1.05,
  Shoplifting: 1.6,
  'Theft from the person': 1.5,
  'Vehicle crime': 0.35,
  'Violence and sexual offences': 0.7,
}

/** One area in 25 is a hotspot, one in ten is busy, and one in 30 becomes busier from autumn 2020. All by lot. */
const HOTSPOT = { share: 0.04, least: 4, most: 9 }
const BUSY = { share: 0.14, least: 1.6, most: 3 }
const EMERGING = { share: 0.033, from: '2020-09', monthsToPeak: 12, peak: 2.4 }

/** How an area draws incidents of each type, month after month. */
export interface Pull {
  of(type: string, month: Month): number
}

/**
 * The pull of an area. Which areas are busy is drawn by lot from the area's code: it says nothing about the real place.
 */
export function pullOf({ code, population }: Lsoa): Pull {
  const lot = chance(`demonstration/pull/${code}`)
  const kind = lot.uniform()
  const within = lot.uniform()
  const range = kind < HOTSPOT.share ? HOTSPOT : kind < BUSY.share ? BUSY : { least: 0.7, most: 1.3 }
  const busyness = range.least + within * (range.most - range.least)
  const emerging = lot.uniform() < EMERGING.share
  const general = population * Math.exp(0.3 * lot.normal())
  const byType = new Map(
    Object.entries(GATHERING).map(([type, power]) => [
      type,
      general * busyness ** power * Math.exp(0.25 * lot.normal()),
    ]),
  )
  return {
    of(type, month) {
      const pull = byType.get(type)
      if (pull === undefined) throw new RangeError(`No gathering is known for ${type}.`)
      return emerging ? pull * emergence(month) : pull
    },
  }
}

function emergence(month: Month): number {
  const since = monthsBetween(EMERGING.from, month)
  const grown = Math.min(1, Math.max(0, since / EMERGING.monthsToPeak))
  return 1 + grown * (EMERGING.peak - 1)
}
