/** The questions an analyst asks, in the order of the reference; each is a folder of the statistics package. */
export const QUESTIONS = [
  { folder: 'how-many', title: 'How many, how often' },
  { folder: 'what-share', title: 'What share' },
  { folder: 'is-it-different', title: 'Is it different' },
  { folder: 'is-it-changing', title: 'Is it changing' },
  { folder: 'is-it-unusual', title: 'Is this month unusual' },
  { folder: 'what-next', title: 'What next' },
  { folder: 'where', title: 'Where' },
  { folder: 'near-repeat', title: 'Near repeat' },
  { folder: 'time-of-day', title: 'Time of day' },
  { folder: 'how-concentrated', title: 'How concentrated' },
  { folder: 'did-it-work', title: 'Did it work' },
  { folder: 'whose-voice', title: 'Whose voice' },
  { folder: 'what-matters-most', title: 'What matters most' },
  { folder: 'how-much-harm', title: 'How much harm' },
  { folder: 'what-can-be-told', title: 'What can be told' },
  { folder: 'many-at-once', title: 'Many at once' },
  { folder: 'how-to-print', title: 'How to print' },
  { folder: 'random', title: 'Chance from a seed' },
] as const

export type Question = (typeof QUESTIONS)[number]
