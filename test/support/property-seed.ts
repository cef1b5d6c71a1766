import fc from 'fast-check'

/**
 * Property tests try the same cases in every run, so that a change is judged by what it changes and not by a new draw.
 * TAPESTRY_SEED=random looks further, TAPESTRY_SEED=N at the draw N, and TAPESTRY_RUNS=N at N cases a property.
 */
const { TAPESTRY_SEED: seed = '2022', TAPESTRY_RUNS: runs } = process.env
fc.configureGlobal({ ...(seed !== 'random' && { seed: Number(seed) }), ...(runs && { numRuns: Number(runs) }) })
