import type { FastifyInstance, FastifyRequest } from 'fastify'
import { dateInWords } from '../../vocabulary/period/words.ts'
import type { Assets } from '../design-system/assets/assets.ts'
import type { StagePlugin } from './stage-plugin.ts'

/** The evidence release a page's figures come from, as the header names it. */
export interface ReleaseLabel {
  id: string
  label: string
  /** its page, when there is one */
  href?: string
}

/** What stands around every staff page. */
export interface StaffFrame {
  partnership: { name: string; district?: string }
  /** base address of stylesheet, scripts and icons */
  assets: string
  themeColour: string
  /** business date in words */
  today: string
  /** the banner's sentence in a demonstration, otherwise null */
  demonstration: string | null
  release: ReleaseLabel | null
  navigation: { text: string; href: string; active: boolean }[]
}

export interface StaffFrameOptions {
  partnership: { name: string; district?: string }
  businessToday: () => string
  demonstration: boolean
  stages: StagePlugin[]
  release?: () => Promise<ReleaseLabel | null>
}

/** Draws the frame for an address. A release that cannot be read leaves its place empty: error pages need a frame too. */
export function staffFrame(options: StaffFrameOptions, assets: Assets) {
  return async (request: FastifyRequest): Promise<StaffFrame> => {
    const today = dateInWords(options.businessToday())
    return {
      partnership: options.partnership,
      assets: assets.base,
      themeColour: assets.theme.accent,
      today,
      demonstration: options.demonstration ? `the date here is ${today}. People and incidents are synthetic.` : null,
      release: await currentRelease(options, request),
      navigation: navigation(options.stages, request.url),
    }
  }
}

async function currentRelease({ release }: StaffFrameOptions, request: FastifyRequest): Promise<ReleaseLabel | null> {
  try {
    return (await release?.()) ?? null
  } catch (error) {
    request.log.error({ err: error }, 'release not read')
    return null
  }
}

/** The stages that have pages, in cycle order; the one the reader is in is marked. */
function navigation(stages: StagePlugin[], url: string) {
  const path = url.split('?')[0]!
  return stages
    .filter(({ routes }) => routes)
    .map(({ name, path: href }) => ({ text: name, href, active: path === href || path.startsWith(`${href}/`) }))
}

/** Gives every page of this scope its frame, as the template value `frame`. */
export function frameEveryPage(app: FastifyInstance, frame: (request: FastifyRequest) => Promise<StaffFrame>) {
  app.addHook('preHandler', async (request, reply) => {
    reply.locals = { ...reply.locals, frame: await frame(request) }
  })
}
