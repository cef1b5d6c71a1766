import { Refusal } from '../../vocabulary/refusal.ts'
import type { AssessPorts } from '../assess-ports.ts'
import { type AssessmentWish, assess, referencesOf } from './assess.ts'
import type { Assessment } from './assessment.ts'
import type { AssessmentQuery } from './assessment-request.ts'

const KEEP = 50

/** Assessments by release and request: the same release always gives the same one, so a page that is read again is not worked out again. */
export function cachedAssessments(ports: AssessPorts) {
  const made = new Map<string, Promise<Assessment>>()
  return async (query: AssessmentQuery): Promise<Assessment> => {
    const evidence = (await ports.evidence())!
    const area = query.area || ports.homeDistrict
    if (!area) throw new Refusal('No district is chosen: add ?area= with its code, such as E07000107 for Dartford.')
    const wish: AssessmentWish = {
      area,
      ...((query['year-ending'] || ports.homeYearEnding) && {
        yearEnding: query['year-ending'] || ports.homeYearEnding!,
      }),
      ...(query.baseline && { baselineYearEnding: query.baseline }),
    }
    const key = JSON.stringify([evidence.release?.id, wish])
    const found = made.get(key)
    if (found) return found
    const making = assess(evidence, wish, ports.standingOf).then((assessment) => {
      ports.register.remember(referencesOf(assessment))
      return assessment
    })
    making.catch(() => made.delete(key))
    made.set(key, making)
    if (made.size > KEEP) made.delete(made.keys().next().value!)
    return making
  }
}
