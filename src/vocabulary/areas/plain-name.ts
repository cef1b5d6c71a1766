/**
 * A name as people vary it: capitals, `&` for `and`, apostrophes, full stops, hyphens, a leading `The`, and the ONS's
 * trailing `, City of` and `, County of`, all taken away. `King’s Lynn & West Norfolk` gives `kings lynn and west norfolk`.
 */
export const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/, (city|county) of$/, '')
    .replace(/['’‘`.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, '')
