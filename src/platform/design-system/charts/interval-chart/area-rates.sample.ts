import type { AreaRates } from './area-rates.ts'

const NAMES =
  'Ambridge,Borchester,Felpersham and the Vale of Am,Lakey Hill,Penny Hassett,Loxley Barrett,Darrington,Waterley Cross,Edgeley,Layton Cross,Hollerton,Perivale,Traitors Ford'.split(
    ',',
  )

/** Made-up rates of thirteen invented areas; one cannot be ascertained. */
export const sampleRates = (over: Partial<AreaRates> = {}): AreaRates => ({
  id: 'rates',
  title: 'Darrington’s burglary rate is above most of its neighbours’',
  subtitle: 'Burglary offences per 1,000 residents, year ending September 2021, with 95 % interval',
  source: 'Source: street-level feed of police.uk, release 3f2a9c01.',
  synthetic: true,
  measure: 'Burglary per 1,000 residents',
  intervalLabel: '95 % interval',
  reference: { label: 'All thirteen', value: 4.6 },
  areas: NAMES.map((name, i) => {
    if (i === 11) return { name, value: null, reason: 'two months missing' }
    const value = 3 + ((i * 37) % 23) / 6
    return {
      name,
      value,
      lower: value - 0.5 - (i % 3) / 5,
      upper: value + 0.6 + (i % 3) / 4,
      isThis: name === 'Darrington',
    }
  }),
  ...over,
})
