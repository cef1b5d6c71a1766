/**
 * What must never be in a drawing, found in this one: for tests. Inline styles and scripts would break the page's content
 * security policy; NaN, Infinity and undefined mean that a number went missing on the way to a coordinate.
 */
export const unsafeMarkup = (svg: string): string[] =>
  [
    /<style/i,
    /\sstyle=/i,
    /<script/i,
    /<foreignObject/i,
    /\son[a-z]+="/i,
    /NaN/,
    /Infinity/,
    /undefined/,
    /="null"/,
    /="[^"]*\d\.\d{3,}[^"]*"/,
  ].flatMap((pattern) => svg.match(pattern)?.[0] ?? [])
