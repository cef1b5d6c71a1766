import { createReadStream } from 'node:fs'
import { Refusal } from '../../../vocabulary/refusal.ts'
import type { PlainSource } from '../unpack-source.ts'

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST] = [34, 92, 123, 125, 91, 93]
const FEATURE_DEPTH = 2 // inside the collection's object and its list of features

/**
 * The features of a GeoJSON FeatureCollection, one parsed at a time, so that a large file is never whole in memory as
 * objects.
 *
 * @throws Refusal when the file is not a FeatureCollection or ends before it is complete
 */
export async function* readFeatures({ label, path, encoding }: PlainSource): AsyncGenerator<unknown> {
  let depth = 0
  let inText = false
  let escaped = false
  let collected: string[] | undefined // the parts of the feature being read
  let text = '' // the last text read at the top level: a key, when a list opens
  let inFeatures = false
  let found = false
  for await (const chunk of createReadStream(path, {
    encoding: encoding === 'utf-8' ? 'utf8' : 'latin1',
    highWaterMark: 1 << 20,
  })) {
    const part = chunk as string
    let from = 0
    for (let i = 0; i < part.length; i++) {
      const c = part.charCodeAt(i)
      if (inText) {
        if (escaped) escaped = false
        else if (c === BACKSLASH) escaped = true
        else if (c === QUOTE) inText = false
        else if (depth === 1) text += part[i]
        continue
      }
      if (c === QUOTE) {
        inText = true
        if (depth === 1) text = ''
      } else if (c === OPEN || c === OPEN_LIST) {
        if (c === OPEN_LIST && depth === 1 && text === 'features') {
          inFeatures = true
          found = true
        }
        if (c === OPEN && inFeatures && depth === FEATURE_DEPTH) {
          collected = []
          from = i
        }
        depth++
      } else if (c === CLOSE || c === CLOSE_LIST) {
        depth--
        if (collected && depth === FEATURE_DEPTH) {
          collected.push(part.slice(from, i + 1))
          yield parseFeature(label, collected.join(''))
          collected = undefined
        }
        if (depth === 1) inFeatures = false
      }
    }
    collected?.push(part.slice(from))
  }
  if (depth !== 0 || inText)
    throw new Refusal(`${label} ends before its GeoJSON is complete: it was cut short; download it again.`)
  if (!found)
    throw new Refusal(`${label} is JSON but not a GeoJSON FeatureCollection: fetch the boundaries as GeoJSON.`)
}

function parseFeature(label: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(`${label} holds a feature that is not JSON, starting ${text.slice(0, 60)}…: download it again.`)
  }
}
