import { Refusal } from '../../vocabulary/refusal.ts'

/** Text of this kind packs 5 to 20 times; what unpacks a hundred times was made to fill a disk. */
const MOST_GROWTH = 100
/** Small files of much repetition may pack better, and do no harm. */
const ALWAYS_FINE = 64 << 20

/**
 * @param packed bytes, of what has been unpacked so far or of the whole
 * @param unpacked the bytes they became, or say they will become
 * @throws Refusal when that is beyond belief
 */
export function refuseBomb(label: string, packed: number, unpacked: number): void {
  if (unpacked > ALWAYS_FINE && unpacked > packed * MOST_GROWTH)
    throw new Refusal(
      `${label} unpacks to more than ${MOST_GROWTH} times its size: that is not a police file; get it again from its source. Nothing was imported.`,
    )
}
