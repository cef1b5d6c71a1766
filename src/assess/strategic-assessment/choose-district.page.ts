import { assessmentHref } from './assessment-request.ts'
import type { HeldForce } from './held-districts.ts'

/** What stands where an assessment would, when nobody has said of which district. */
export const chooseDistrictPage = (held: HeldForce[]) => ({
  pageTitle: held.length > 0 ? 'Choose a district to assess' : 'Nothing to assess yet',
  breadcrumbs: [{ text: 'Home', href: '/' }],
  forces: held.map(({ force, districts }) => ({
    force,
    districts: districts.map(({ code, name }) => ({ text: name, href: assessmentHref({ area: code }) })),
  })),
})
