import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

// Plot builds its drawing in a document; it is given this one, so that no browser is needed and nothing global is set.
const { document } = parseHTML('<!doctype html><html><body></body></html>')

/** What Plot draws, without Plot's own `<svg>`, style sheet, style attributes and labels. */
export function plotMarkup(options: Plot.PlotOptions): string {
  const drawing = Plot.plot({ axis: null, ...options, document: document as unknown as Document })
  for (const element of [...drawing.querySelectorAll('*')]) {
    if (element.localName === 'style') element.remove()
    else tidy(element)
  }
  // Plot leaves an empty group where a mark had nothing to draw.
  return [...drawing.children]
    .filter((child) => child.children.length > 0 || child.localName !== 'g')
    .map((child) => child.outerHTML)
    .join('')
}

/** Inline styles would need `unsafe-inline`; labels inside role="img" are never read; long decimals are only bytes. */
function tidy(element: Element) {
  for (const { name, value } of [...element.attributes]) {
    if (name === 'style' || name === 'class' || name.startsWith('aria-')) element.removeAttribute(name)
    else if (/\d\.\d{3}/.test(value)) element.setAttribute(name, shorter(value))
  }
}

const shorter = (value: string) => value.replace(/-?\d+\.\d{3,}/g, (n) => String(Math.round(Number(n) * 100) / 100))
