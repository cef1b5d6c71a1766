import type { FastifyPluginAsync } from 'fastify'

/** A stage of the cycle as the staff app knows it: its place in the navigation, and its pages once it has any. */
export interface StagePlugin {
  /** folder and identity, such as `assess` */
  id: string
  /** `Assess` */
  name: string
  /** where its pages begin, such as `/assess` */
  path: string
  /** what the stage is for, in one plain sentence */
  purpose: string
  /** its routes, addressed from the root: `/assess/wards`. Left out while the stage has no pages */
  routes?: FastifyPluginAsync
}
