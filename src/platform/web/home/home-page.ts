import type { StagePlugin } from '../stage-plugin.ts'
import type { HomeView } from './home-view.ts'

/** The home page: what needs attention, the figures of the day, and the whole cycle with what each stage is for. */
export const homePage = (partnership: { name: string; district?: string }, stages: StagePlugin[], view: HomeView) => ({
  pageTitle: 'Home',
  heading: partnership.district ? `Community safety in ${partnership.district}` : partnership.name,
  lede: view.lede ?? 'What the partners know, what they decided, what they are doing, and whether it is working.',
  action: view.action ?? null,
  attention: view.attention ?? [],
  figuresHeading: view.figuresHeading ?? 'At a glance',
  figures: view.figures ?? [],
  evidenceRows: (view.evidence ?? []).map(({ key, value, href }) => ({
    key: { text: key },
    value: { text: value },
    ...(href && { actions: { items: [{ href, text: 'Open', visuallyHiddenText: key.toLowerCase() }] } }),
  })),
  stages: stages.map(({ name, path, purpose, routes }) => ({ name, purpose, href: routes ? path : null })),
})
