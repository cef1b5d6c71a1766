import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Edition } from '../editions/edition.ts'
import { newestCompleteEdition } from '../editions/newest-edition.ts'

/** Knows the newest edition without checking every file for every reader. */
export interface NewestEdition {
  current(): Promise<Edition | null>
  /** look again at the next question: something was not as the manifest says */
  forget(): void
}

/**
 * Looks for a newer edition only when the editions folder has changed: an edition arrives by a rename in it, which
 * changes its modification time.
 * @param folder the data folder
 */
export function newestEditionKeeper(folder: string): NewestEdition {
  let known: { changed: bigint | null; edition: Promise<Edition | null> } | undefined
  return {
    async current() {
      const changed = await changedAt(join(folder, 'editions'))
      if (known?.changed !== changed || !known) known = { changed, edition: newestCompleteEdition(folder) }
      return known.edition
    },
    forget() {
      known = undefined
    },
  }
}

async function changedAt(path: string): Promise<bigint | null> {
  try {
    return (await stat(path, { bigint: true })).mtimeNs
  } catch {
    return null // nothing has been published
  }
}
