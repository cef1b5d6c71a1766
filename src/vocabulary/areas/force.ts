import type { Force } from './area.ts'
import { plainName } from './plain-name.ts'
import { tableOf } from './tables.ts'

/** Every territorial force of England and Wales, and British Transport Police. */
export const forces: readonly Force[] = tableOf('forces.tsv').map((row) =>
  Object.freeze({ code: row.code || null, name: row.name!, publisher: row.publisher!, slug: row.slug! }),
)

const bySlug = new Map(forces.map((force) => [force.slug, force]))
const byCode = new Map(forces.map((force) => [force.code, force]))

/** `Kent Police`, `Metropolitan Police Service` and `Hampshire and Isle of Wight Constabulary` without what varies. */
const shortForceName = (name: string) =>
  plainName(name)
    .replace(/ and isle of wight\b/, '') // Hampshire's name since 2022
    .replace(/ (police|constabulary|service)\b/g, '')
    .trim()
const byName = new Map(forces.map((force) => [shortForceName(force.publisher), force]))

export const forceBySlug = (slug: string): Force | undefined => bySlug.get(slug)
export const forceByCode = (code: string): Force | undefined => byCode.get(code)

/**
 * The data.police.uk short name for the name a force publishes under: `Kent Police` gives `kent`.
 * Undefined when no force of England and Wales publishes under it.
 */
export const publisherOfForceName = (name: string): string | undefined => byName.get(shortForceName(name))?.slug
