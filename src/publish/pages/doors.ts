/** One of the five ways into the public site. */
export interface Door {
  name: string
  href: string
  /** what a resident finds behind it */
  about: string
  /** what is said while nothing has been published behind it */
  coming: string
}

export const DOORS: Door[] = [
  {
    name: 'Our priorities',
    href: '/our-priorities',
    about: 'What we have chosen to work on, and why.',
    coming:
      'The community safety strategy will be here: what we chose to work on, why, and what each partner has promised to do.',
  },
  {
    name: 'Is it working?',
    href: '/is-it-working',
    about: 'What was recorded, what has changed, and how sure we are.',
    coming: 'Figures for the area will be here: what was recorded, what has changed, and how sure we can be.',
  },
  {
    name: 'My area',
    href: '/my-area',
    about: 'Figures for the place where you live or work.',
    coming: 'Figures for each place will be here, so that you can compare yours with the others.',
  },
  {
    name: 'Have your say',
    href: '/have-your-say',
    about: 'Tell us what matters to you.',
    coming: 'Our surveys will be here when one is open, and afterwards what you told us and what we did about it.',
  },
  {
    name: 'Report and get help',
    href: '/report-and-get-help',
    about: 'Who to call, and where to find support.',
    coming: '',
  },
]
