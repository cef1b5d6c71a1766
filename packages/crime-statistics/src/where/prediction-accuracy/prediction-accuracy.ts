import {
  finiteNumbers,
  requireList,
  requireObject,
  requirePositive,
  requireSameLength,
  wholeCounts,
} from '../../check-inputs.ts'
import { sumOf } from '../hot-spots/spread.ts'
import { topPlaces } from './top-places.ts'
import { type PredictionWindows, requireSeparateWindows } from './windows.ts'

export interface PredictionAccuracy {
  /** the cells predicted, highest score first */
  cells: number[]
  /** events of the test window in them */
  hits: number
  /** share of the test events that lie in them; null when there were none */
  hitRate: number | null
  /** share of the area that they are */
  areaShare: number
  /** prediction accuracy index: hit rate over area share; null with the hit rate */
  pai: number | null
  /** most test events that so many cells could have held */
  mostHits: number
  /** prediction efficiency index: hits over most hits; null when there were no test events */
  pei: number | null
  /** recapture rate index: hit rate over the share of training events in the same cells; null without training counts, or where either is not defined */
  rri: number | null
  /** the windows that were given, to print beside the indices; null where none were */
  windows: PredictionWindows | null
}

export interface PredictionAccuracyOptions {
  /** events of each cell in the training window, for the recapture rate index */
  trainingCounts?: ArrayLike<number>
  /** area of each cell, in one unit, where cells are not of equal area or part of each lies outside the boundary */
  areas?: ArrayLike<number>
  /** what the scores were made from and the test counts are of; refused when they overlap */
  windows?: PredictionWindows
  /** decimal places that scores are compared to, see {@link topPlaces} */
  decimals?: number
}

/**
 * How good was a hot spot map at saying where crime would be? The n cells with the highest scores are set against what
 * happened afterwards.
 *
 * PAI is how many times more events per area they held than the area as a whole; it depends on n and on the area, so
 * compare maps at one n over one area. PEI says how near that is to the best that n cells could have done, 1 at most. RRI
 * says whether the cells kept their share: 1 when the share of crime in them stayed, below 1 when crime moved away.
 * Equal scores at the cut are taken in order of cell. The area is that of the cells given; give `areas` to count only
 * land inside the boundary. Never score on the months that the scores were made from: say the windows and overlaps are refused.
 *
 * @formula hit rate = hits/N, PAI = (hits/N)/(a/A), PEI = hits/most hits, RRI = (hits/N)/(hits in training/N in training)
 * @use to choose between counts, {@link giStarOnGrid} and kernel density for one crime type, by trying them on past months
 * @avoid for rates of success of patrols: crime that was prevented counts against the map here
 * @param scores one score for each cell, from the training window
 * @param testCounts events of each cell in the test window: whole numbers, 0 or more
 * @param n cells predicted
 * @param options training counts, areas, windows and digits of ties
 * @returns cells, hits and the indices
 * @throws TypeError if a list is not an array of numbers; RangeError if lengths differ, a count is not whole, n is not 1 to
 *   the number of cells, an area is not above 0 or the windows overlap
 * @see Chainey S, Tompson L, Uhlig S (2008). The utility of hotspot mapping for predicting spatial patterns of crime. Security Journal 21: 4–28. doi:10.1057/palgrave.sj.8350066
 * @see Hunt JM (2016). Do crime hot spots move? Exploring the effects of the modifiable areal unit problem and modifiable temporal unit problem on crime hot spot stability. Doctoral thesis, American University, Washington DC.
 * @see Levine N (2008). The "hottest" part of a hotspot: comments on "The utility of hotspot mapping for predicting spatial patterns of crime". Security Journal 21: 295–302. doi:10.1057/sj.2008.5
 * @example predictionAccuracy([9, 4, 0, 1], [5, 1, 2, 2], 1) // { cells: [0], hits: 5, hitRate: 0.5, pai: 2, pei: 1, rri: null }
 * @example predictionAccuracy([9, 4, 0, 1], [5, 1, 2, 2], 2, { trainingCounts: [9, 4, 0, 1] }) // { hits: 6, pai: 1.2, mostHits: 7, rri: 0.6462 }
 */
export function predictionAccuracy(
  scores: ArrayLike<number>,
  testCounts: ArrayLike<number>,
  n: number,
  options: PredictionAccuracyOptions = {},
): PredictionAccuracy {
  requireObject(options, 'options', '{ trainingCounts: [3, 0, 1] }')
  const { trainingCounts, areas, windows, decimals } = options
  requireList(scores, 'scores')
  const tested = wholeCounts(testCounts, 'testCounts')
  const trained = trainingCounts === undefined ? null : wholeCounts(trainingCounts, 'trainingCounts')
  requireSameLength(tested.length, 'testCounts', scores.length, 'scores', 'cell')
  if (trained) requireSameLength(trained.length, 'trainingCounts', scores.length, 'scores', 'cell')
  if (windows !== undefined) requireSeparateWindows(windows)
  const cells = topPlaces(scores, n, decimals)
  const hits = sumAt(tested, cells)
  const hitRate = ratio(hits, sumOf(tested))
  const mostHits = sumOf(
    tested
      .slice()
      .sort()
      .subarray(tested.length - n),
  )
  const areaShare = areas === undefined ? n / tested.length : shareOfArea(areas, cells, tested.length)
  const trainingShare = trained && ratio(sumAt(trained, cells), sumOf(trained))
  return {
    cells,
    hits,
    hitRate,
    areaShare,
    pai: hitRate === null ? null : hitRate / areaShare,
    mostHits,
    pei: ratio(hits, mostHits),
    rri: hitRate === null || !trainingShare ? null : hitRate / trainingShare,
    windows: windows ?? null,
  }
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null)

const sumAt = (values: Float64Array, places: number[]) => places.reduce((sum, place) => sum + values[place]!, 0)

function shareOfArea(areas: ArrayLike<number>, cells: number[], length: number): number {
  const checked = finiteNumbers(areas, 'areas')
  requireSameLength(checked.length, 'areas', length, 'scores', 'cell')
  for (const [i, area] of checked.entries()) requirePositive(area, `areas[${i}]`)
  const all = sumOf(checked)
  requirePositive(all, 'sum of areas')
  return sumAt(checked, cells) / all
}
