import type { StagePlugin } from '../../src/platform/web/stage-plugin.ts'
import { Refusal } from '../../src/vocabulary/refusal.ts'

const policy = { config: { policy: 'evidence.read' } }

const NAMES = ['Collate', 'Assess', 'Consult', 'Prioritise', 'Plan', 'Act', 'Scrutinise', 'Publish']

/** A cycle for tests of the frame: Assess has pages, one that refuses and one that fails; no other stage has any. */
export const sampleStages: StagePlugin[] = NAMES.map((name) => ({
  id: name.toLowerCase(),
  name,
  path: `/${name.toLowerCase()}`,
  purpose: `What the partners do to ${name.toLowerCase()}, in a sentence about as long as a real one.`,
  routes: ['Collate', 'Assess'].includes(name) ? routesOf(`/${name.toLowerCase()}`) : undefined,
}))

function routesOf(path: string): StagePlugin['routes'] {
  return async (app) => {
    app.get(path, policy, async () => 'a page')
    app.get(`${path}/refused`, policy, async () => {
      throw new Refusal('Area E0 is not a district. Choose one from the list.')
    })
    app.get(`${path}/broken`, policy, async () => {
      throw new Error('row 12: Mrs Example, 1 High Street')
    })
  }
}
