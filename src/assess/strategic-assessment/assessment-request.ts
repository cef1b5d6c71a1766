import { type Static, Type } from 'typebox'

/** Which assessment a page shows: all of it stands in the address, so that it survives a reload and can be sent on. */
export const AssessmentQuery = Type.Object({
  area: Type.Optional(Type.String({ maxLength: 20 })),
  'year-ending': Type.Optional(Type.String({ maxLength: 10 })),
  baseline: Type.Optional(Type.String({ maxLength: 10 })),
  sort: Type.Optional(Type.String({ maxLength: 30 })),
  direction: Type.Optional(Type.String({ maxLength: 10 })),
})
export type AssessmentQuery = Static<typeof AssessmentQuery>

export const ASSESSMENT_PATH = '/assess/strategic-assessment'

/** The address of an assessment, or of an issue within it. */
export function assessmentHref(query: AssessmentQuery, issue?: string): string {
  const search = new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  ).toString()
  return `${ASSESSMENT_PATH}${issue ? `/${issue}` : ''}${search ? `?${search}` : ''}`
}
