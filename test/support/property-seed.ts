import fc from 'fast-check'

/**
 * Property tests try the same cases in every run, so that a change is judged by what it changes and not by a new draw.
 * TAPESTRY_SEED=random looks further, TAPESTRY_SEED=N at the draw N.
 */
const { TAPESTRY_SEED: seed = '2022' } = process.env
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed) })
