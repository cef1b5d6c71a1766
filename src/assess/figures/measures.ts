/** What a figure's number means and how it is worked out: what its page says under *How this was made*. */
export interface Measure {
  id: string
  name: string
  unit: string
  definition: string
  method: string
  formula: string
}

const RECORDED =
  'Offences and incidents as the police published them for the force’s whole file, placed in a district by the LSOA of their published map point. Rows without an LSOA are in no district. Recorded is not experienced: much is never reported.'

/** The measures of the assessment, by id with version. A change of method is a new version, never an edit. */
export const MEASURES: Record<string, Measure> = Object.fromEntries(
  [
    {
      id: 'recorded-offences/1',
      name: 'Recorded offences or incidents',
      unit: 'offences',
      definition: RECORDED,
      method: 'The rows of the release’s deliveries are counted. A period with a month never delivered has no count.',
      formula: 'n = number of rows of the subject, in the district, in the months of the period',
    },
    {
      id: 'share-of-crime/1',
      name: 'Share of recorded crime',
      unit: '% of recorded crime',
      definition: `${RECORDED} The base is all recorded crime, without anti-social behaviour incidents.`,
      method: 'Divided and shown to one decimal place, halves away from zero.',
      formula: 'share = n ÷ all recorded crime × 100',
    },
    {
      id: 'rate-per-1000/1',
      name: 'Rate per 1,000 residents',
      unit: 'per 1,000 residents',
      definition: `${RECORDED} Residents are the estimate nearest to the period’s last year; where many visit, as at a shopping centre, a rate by residents overstates the risk to each.`,
      method:
        '95 % interval for the count by Byar’s method, or the exact Poisson limits below 10, divided by the residents.',
      formula: 'rate = n ÷ residents × 1,000',
    },
    {
      id: 'recorded-change/1',
      name: 'Recorded change',
      unit: '% change',
      definition: `${RECORDED} The recorded change between two periods is a fact; the verdict says whether it is more than usual month-to-month variation.`,
      method:
        'Rule change/1: φ is the Pearson dispersion of a quasi-Poisson model with month effects over the 36 months that end with the later period, months before a break in recording left out, never below 1. With φ = 1 the central exact interval of the rate ratio, otherwise the log rate ratio ± z√(φ(1/a + 1/b)), exposure in days. Under 24 usable months the exact interval, labelled minimum uncertainty. Within a list of issues the verdicts hold the false discovery rate at 5 % (Benjamini–Hochberg).',
      formula: 'change = (a − b) ÷ b × 100',
    },
    {
      id: 'rate-position/1',
      name: 'Position among the districts of the force',
      unit: 'position, 1 is the highest rate',
      definition: `${RECORDED} Districts are put in order of their rate per 1,000 residents; equal rates share a position.`,
      method:
        'Rates are compared as they are. Intervals of neighbouring positions usually overlap: a position is not a finding.',
      formula: 'position = 1 + number of districts with a higher rate',
    },
  ].map((measure) => [measure.id, measure]),
)
